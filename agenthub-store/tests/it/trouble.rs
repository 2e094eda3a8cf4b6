//! Databases that are full, broken, slow, or away.

use std::time::Duration;

use agenthub_core::error::{Code, Error};
use agenthub_core::interaction::InteractionFilter;
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_core::store::Store;
use agenthub_store::testing::TestDatabase;
use agenthub_store::{Options, SqlStore};

use crate::{Outcome, sample};

fn code<T>(result: Result<T, Error>) -> Option<Code> {
    result.err().map(|error| error.code())
}

pub(crate) async fn a_full_disk_is_unavailable_and_leaves_nothing_half_done(
    database: TestDatabase,
) -> Outcome {
    let store = database.store().await?;
    let (organization, agent) = sample::organization_with_agent(&store).await?;
    let full = database.store_on_small_disk(100).await?;
    let mut written = 0;
    let refused = loop {
        match full.append(&sample::calls(organization, agent, 10)).await {
            Ok(()) => written += 10,
            Err(error) => break error,
        }
    };
    assert_eq!(refused.code(), Code::STORE_UNAVAILABLE);
    assert!(std::error::Error::source(&refused).is_some(), "the cause is kept");
    assert!(written > 0, "some fit");

    let page = Page { limit: 0, count: true, ..Page::default() };
    let mut view = store.view(organization).await?;
    let there = view.interactions().list(&InteractionFilter::default(), &page).await?.total;
    assert_eq!(there, Some(written), "what was acknowledged, and no more");
    drop(view);
    store.append(&sample::calls(organization, agent, 10)).await?;
    Ok(())
}

pub(crate) async fn a_file_that_is_no_database_is_corrupt(database: TestDatabase) -> Outcome {
    let file = database.file().ok_or("no file")?;
    std::fs::write(file, "It was a dark and stormy night. ".repeat(100))?;
    assert_eq!(code(SqlStore::open(database.url()).await), Some(Code::STORE_CORRUPT));
    Ok(())
}

pub(crate) async fn waiting_too_long_for_a_connection_is_unavailable(database: TestDatabase) -> Outcome {
    let options = Options { patience: Duration::from_millis(20), ..Options::default() };
    let store = SqlStore::open_with(database.url(), &options).await?;
    store.migrations().up().await?;
    // In memory there is one connection, and this view has it.
    let view = store.view(OrganizationId::new()).await?;
    assert_eq!(code(store.ping().await), Some(Code::STORE_UNAVAILABLE));
    drop(view);
    store.ping().await?;
    Ok(())
}

pub(crate) async fn a_lost_connection_is_unavailable_and_the_next_one_works(
    database: TestDatabase,
) -> Outcome {
    let store = database.store().await?;
    let (organization, _) = sample::organization_with_agent(&store).await?;
    let mut work = store.work(organization).await?;
    work.agents().add(&sample::agent("Lost")).await?;
    database.disconnect().await?;
    assert_eq!(code(work.commit().await), Some(Code::STORE_UNAVAILABLE));

    let mut view = store.view(organization).await?;
    let names: Vec<_> = view.agents().live().await?.into_iter().map(|agent| agent.definition.name).collect();
    assert_eq!(names, ["Greeter"], "what was not committed is not there");
    Ok(())
}

pub(crate) async fn connections_that_were_lost_while_idle_are_replaced(database: TestDatabase) -> Outcome {
    let store = database.store().await?;
    let (organization, agent) = sample::organization_with_agent(&store).await?;
    let views =
        (store.view(organization).await?, store.view(organization).await?, store.view(organization).await?);
    drop(views);
    database.disconnect().await?;
    store.append(&sample::calls(organization, agent, 3)).await?;
    store.ping().await?;
    Ok(())
}

pub(crate) async fn a_database_that_is_not_there_is_unavailable(_: TestDatabase) -> Outcome {
    let options = Options { patience: Duration::from_millis(200), ..Options::default() };
    // Nothing listens at port 1.
    let nowhere = SqlStore::open_with("postgres://nobody@127.0.0.1:1/nothing", &options).await;
    assert_eq!(code(nowhere), Some(Code::STORE_UNAVAILABLE));
    let missing = SqlStore::open("sqlite:/no/such/directory/hub.db?mode=rwc").await;
    assert_eq!(code(missing), Some(Code::STORE_UNAVAILABLE));
    Ok(())
}

pub(crate) async fn a_url_of_another_kind_is_refused_with_what_is_expected(_: TestDatabase) -> Outcome {
    for url in ["mysql://localhost/hub", "hub.db", "", "postgres://localhost:port/hub"] {
        let error = SqlStore::open(url).await.err().ok_or("it was taken")?;
        assert_eq!(error.code(), Code::INVALID, "{url}");
        assert_eq!(error.violations()[0].pointer, "/url");
        assert!(error.to_string().contains("postgres://"), "{error}");
    }
    Ok(())
}

pub(crate) async fn text_that_postgres_cannot_hold_is_the_callers_fault(database: TestDatabase) -> Outcome {
    let store = database.store().await?;
    let (organization, _) = sample::organization_with_agent(&store).await?;
    let mut work = store.work(organization).await?;
    assert_eq!(code(work.agents().add(&sample::agent("a\0b")).await), Some(Code::INVALID));
    Ok(())
}

pub(crate) async fn a_call_with_text_that_cannot_be_kept_is_refused_with_its_place(
    database: TestDatabase,
) -> Outcome {
    let store = database.store().await?;
    let (organization, agent) = sample::organization_with_agent(&store).await?;
    let mut call = sample::call(organization, agent);
    call.interaction.error_message = Some("cut off\0here".to_owned());
    let error = store.append(&[call]).await.err().ok_or("it was taken")?;
    assert_eq!(error.code(), Code::INVALID);
    assert_eq!(error.violations()[0].pointer, "/interaction/error_message");
    Ok(())
}

pub(crate) async fn errors_do_not_show_sql(database: TestDatabase) -> Outcome {
    let store = database.store().await?;
    let (organization, _) = sample::organization_with_agent(&store).await?;
    let agent = sample::agent("Twice");
    let mut work = store.work(organization).await?;
    work.agents().add(&agent).await?;
    let error = work.agents().add(&agent).await.err().ok_or("it was taken")?;
    assert_eq!(error.code(), Code::STORE_CONFLICT);
    for word in ["agenthub_", "INSERT", "constraint", "UNIQUE"] {
        assert!(!error.to_string().contains(word), "{error}");
    }
    Ok(())
}

pub(crate) async fn an_unknown_organization_fails_the_whole_batch_by_name(database: TestDatabase) -> Outcome {
    let store = database.store().await?;
    let (organization, agent) = sample::organization_with_agent(&store).await?;
    let unknown = OrganizationId::new();
    let batch = [sample::call(organization, agent), sample::call(unknown, agent)];
    let error = store.append(&batch).await.err().ok_or("it was taken")?;
    assert_eq!(error.code(), Code::STORE_CONFLICT);
    assert!(format!("{error:?}").contains(&unknown.to_string()), "{error:?}");
    let mut view = store.view(organization).await?;
    assert_eq!(view.audit().range(0, 10).await?, []);
    Ok(())
}
