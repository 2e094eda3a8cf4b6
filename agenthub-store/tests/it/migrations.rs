//! The schema's way up and down.

use agenthub_core::audit::index::{Count, Dimension, IndexStep};
use agenthub_core::error::Code;
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::Store;
use agenthub_store::SqlStore;
use agenthub_store::testing::TestDatabase;
use chrono::{DateTime, TimeDelta};

use crate::{Outcome, raw, sample};

pub(crate) async fn go_up_and_down_and_tell_where_they_are(database: TestDatabase) -> Outcome {
    let store = SqlStore::open(database.url()).await?;
    let migrations = store.migrations();
    let before = migrations.status().await?;
    let every: Vec<u32> = (1..=before.known).collect();
    let back: Vec<u32> = every.iter().rev().copied().collect();
    assert_eq!((before.found, before.versions.len()), (0, every.len()));
    assert!(before.versions.iter().all(|version| version.applied_at.is_none()));

    assert_eq!(migrations.up().await?, every);
    assert_eq!(migrations.up().await?, [] as [u32; 0]);
    let after = migrations.status().await?;
    assert_eq!(after.found, before.known);
    assert!(after.versions.iter().all(|version| version.applied_at.is_some()));

    assert_eq!(migrations.down(1).await?, back[..back.len() - 1]);
    assert_eq!(migrations.status().await?.found, 1);
    assert_eq!(migrations.up().await?, every[1..]);
    assert_eq!(migrations.down(0).await?, back);
    assert_eq!(migrations.up().await?, every, "the way down left nothing in the way up");
    sample::organization_with_agent(&store).await?;
    Ok(())
}

pub(crate) async fn have_an_index_built_again_that_lacks_terms(database: TestDatabase) -> Outcome {
    let store = database.store().await?;
    let (organization, _) = sample::organization_with_agent(&store).await?;
    let begin = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let quarters = (0..300).map(|number| begin + TimeDelta::minutes(15 * number));
    let counts = quarters.flat_map(|quarter| {
        [(Dimension::Severity, "info"), (Dimension::Severity, "warning"), (Dimension::Action, "create")]
            .map(|(dimension, value)| Count { quarter, dimension, value: value.to_owned(), records: 3 })
    });
    let step = IndexStep { length: 1800, counts: counts.collect(), ..IndexStep::default() };
    let mut work = store.work(organization).await?;
    assert!(work.audit_index().advance(0, &step).await?);
    work.commit().await?;
    store.migrations().down(15).await?;
    store.migrations().up().await?;
    let window = begin - TimeDelta::days(1)..begin + TimeDelta::days(9);
    let mut view = store.view(organization).await?;
    assert_eq!(view.audit_index().length().await?, 0);
    assert_eq!(view.audit_index().totals(std::slice::from_ref(&window)).await?, [0]);
    assert!(view.audit_index().sums(window.clone()).await?.is_empty());
    drop(view);
    let mut work = store.work(organization).await?;
    assert!(work.audit_index().advance(0, &step).await?);
    assert_eq!(work.audit_index().totals(&[window]).await?, [1800]);
    Ok(())
}

pub(crate) async fn refuse_to_go_down_to_where_it_never_was(database: TestDatabase) -> Outcome {
    let store = database.store().await?;
    let error = store.migrations().down(1000).await.err().ok_or("it went")?;
    assert_eq!(error.code(), Code::INVALID);
    assert_eq!(error.violations()[0].pointer, "/to");
    Ok(())
}

pub(crate) async fn nothing_works_before_them(database: TestDatabase) -> Outcome {
    let store = SqlStore::open(database.url()).await?;
    let organization = OrganizationId::new();
    let errors = [
        store.view(organization).await.err(),
        store.glance(organization).await.err(),
        store.overview().await.err(),
        store.work(organization).await.err(),
        store.platform().await.err(),
        store.append(&[]).await.err(),
        store.ping().await.err(),
    ];
    for error in errors {
        assert_eq!(error.map(|error| error.code()), Some(Code::STORE_NOT_MIGRATED));
    }
    store.migrations().up().await?;
    store.ping().await?;
    Ok(())
}

pub(crate) async fn two_programs_may_run_them_at_once(database: TestDatabase) -> Outcome {
    let (one, two) = (SqlStore::open(database.url()).await?, SqlStore::open(database.url()).await?);
    let (migrations_one, migrations_two) = (one.migrations(), two.migrations());
    let (first, second) = tokio::join!(migrations_one.up(), migrations_two.up());
    let mut applied = [first?, second?].concat();
    applied.sort_unstable();
    let known = one.migrations().status().await?.known;
    assert_eq!(applied, (1..=known).collect::<Vec<_>>(), "each version by one of the two");
    Ok(())
}

pub(crate) async fn refuse_a_newer_database(database: TestDatabase) -> Outcome {
    database.store().await?;
    let newer = "INSERT INTO agenthub_migrations (version, name, checksum, applied_at)
                 SELECT 99, 'from the future', checksum, applied_at FROM agenthub_migrations WHERE version = 1";
    raw::execute(&database, newer).await?;
    let store = SqlStore::open(database.url()).await?;
    let errors = [
        store.ping().await.err(),
        store.migrations().up().await.err(),
        store.migrations().down(0).await.err(),
    ];
    for error in errors.into_iter().map(|error| error.ok_or("it was taken")) {
        let error = error?;
        assert_eq!(error.code(), Code::STORE_TOO_NEW);
        assert!(error.to_string().contains("99"), "{error}");
    }
    Ok(())
}

pub(crate) async fn refuse_a_version_that_was_changed(database: TestDatabase) -> Outcome {
    database.store().await?;
    let forged = "UPDATE agenthub_migrations SET checksum = (SELECT checksum FROM agenthub_migrations WHERE version = 2)
                  WHERE version = 1";
    raw::execute(&database, forged).await?;
    let store = SqlStore::open(database.url()).await?;
    for error in [store.ping().await.err(), store.migrations().up().await.err()] {
        assert_eq!(error.map(|error| error.code()), Some(Code::STORE_CORRUPT));
    }
    Ok(())
}
