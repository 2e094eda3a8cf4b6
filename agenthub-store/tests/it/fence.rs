//! Row-level security: what holds where the store's own SQL would not.

use agenthub_core::audit::retention::RetentionPolicy;
use agenthub_core::audit::tree::{Edge, TreeHash};
use agenthub_core::audit::{Actor, SignedHead};
use agenthub_core::legal_hold::{LegalHold, LegalHoldId};
use agenthub_core::organization::OrganizationId;
use agenthub_core::subject_key::{SubjectId, SubjectKey, SubjectKeyId};
use agenthub_store::testing::{TestDatabase, postgres_url};
use agenthub_store::{RowLevelSecurity, SqlStore};
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection, Executor, Row};
use uuid::Uuid;

use crate::{Outcome, sample};

/// Two organizations with a call each; gives them, and a connection of the role that the store has.
async fn two_tenants(database: &TestDatabase) -> Result<(Uuid, Uuid, PgConnection), libtest_mimic::Failed> {
    use agenthub_core::store::Store;

    let store = database.store().await?;
    assert_eq!(store.row_level_security().await?, RowLevelSecurity::Active);
    let (ours, our_agent) = sample::organization_with_agent(&store).await?;
    let (theirs, their_agent) = sample::organization_with_agent(&store).await?;
    store.append(&[sample::call(ours, our_agent), sample::call(theirs, their_agent)]).await?;
    for organization in [ours, theirs] {
        let mut work = store.work(organization).await?;
        let leaf = TreeHash::of_nothing();
        work.audit_tree().grow(&Edge::default().grow(&[leaf])).await?;
        let (vkey, note) = (String::new(), String::new());
        work.audit_tree()
            .add_head(&SignedHead { size: 1, root: leaf, made_at: sample::NOW, vkey, note })
            .await?;
        let policy = RetentionPolicy { days: 30, set_by: Actor::System, set_at: sample::NOW };
        work.audit_retention().set(&policy).await?;
        work.legal_holds().add(&hold()).await?;
        let (id, subject) = (SubjectKeyId::new(), SubjectId::new());
        let (wrapped, created_at) = (Some(vec![7; 72]), sample::NOW);
        work.subject_keys().add(&SubjectKey { id, subject, wrapped, created_at, erased_at: None }).await?;
        work.commit().await?;
    }
    Ok((ours.uuid(), theirs.uuid(), PgConnection::connect(database.url()).await?))
}

fn hold() -> LegalHold {
    LegalHold {
        id: LegalHoldId::new(),
        name: "Acme ./. Initech".to_owned(),
        reason: "A lawsuit".to_owned(),
        placed_by: Actor::System,
        placed_at: sample::NOW,
        lifted_by: None,
        lifted_at: None,
    }
}

/// Begins as the store begins.
async fn begin(connection: &mut PgConnection, organization: Uuid) -> Outcome {
    let begin = format!("BEGIN; SET LOCAL agenthub.organization_id = '{organization}'");
    connection.execute(AssertSqlSafe(begin)).await?;
    Ok(())
}

/// Whose rows a statement without any condition finds in a table.
async fn owners(connection: &mut PgConnection, table: &str, column: &str) -> sqlx::Result<Vec<Uuid>> {
    let query = AssertSqlSafe(format!("SELECT DISTINCT {column} FROM {table}"));
    connection.fetch_all(query).await?.iter().map(|row| row.try_get(0)).collect()
}

const FILLED: [(&str, &str); 12] = [
    ("agenthub_organizations", "id"),
    ("agenthub_agents", "organization_id"),
    ("agenthub_agent_versions", "organization_id"),
    ("agenthub_interactions", "organization_id"),
    ("agenthub_audit_heads", "organization_id"),
    ("agenthub_audit_entries", "organization_id"),
    ("agenthub_audit_trees", "organization_id"),
    ("agenthub_audit_tiles", "organization_id"),
    ("agenthub_audit_tree_heads", "organization_id"),
    ("agenthub_audit_retentions", "organization_id"),
    ("agenthub_legal_holds", "organization_id"),
    ("agenthub_subject_keys", "organization_id"),
];

pub(crate) async fn holds_where_the_sql_forgets_the_organization(database: TestDatabase) -> Outcome {
    let (ours, theirs, mut connection) = two_tenants(&database).await?;
    for (table, column) in FILLED {
        assert!(owners(&mut connection, table, column).await?.is_empty(), "{table}, to nobody");
        begin(&mut connection, ours).await?;
        assert_eq!(owners(&mut connection, table, column).await?, [ours], "{table}, to its owner");
        connection.execute("COMMIT").await?;
        begin(&mut connection, theirs).await?;
        assert_eq!(owners(&mut connection, table, column).await?, [theirs], "{table}, to the other");
        connection.execute("COMMIT").await?;
    }
    begin(&mut connection, ours).await?;
    let changed = connection.execute("UPDATE agenthub_agents SET owner = 'somebody'").await?;
    assert_eq!(changed.rows_affected(), 1, "a change without a condition stays at home");
    Ok(())
}

pub(crate) async fn refuses_rows_of_another_organization(database: TestDatabase) -> Outcome {
    let (ours, theirs, mut connection) = two_tenants(&database).await?;
    begin(&mut connection, ours).await?;
    let moved = format!("UPDATE agenthub_audit_heads SET organization_id = '{theirs}'");
    let error = connection.execute(AssertSqlSafe(moved)).await.err().ok_or("it was moved")?;
    let code = error.as_database_error().and_then(|error| error.code()).map(|code| code.into_owned());
    assert_eq!(code.as_deref(), Some("42501"), "{error}");
    Ok(())
}

pub(crate) async fn stands_around_every_table(database: TestDatabase) -> Outcome {
    database.store().await?;
    let mut connection = PgConnection::connect(database.url()).await?;
    let open = "SELECT relname::text FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
                  AND NOT (relrowsecurity AND relforcerowsecurity)";
    let rows = connection.fetch_all(open).await?;
    let open: Vec<String> = rows.iter().map(|row| row.try_get(0)).collect::<Result<_, _>>()?;
    assert_eq!(open, ["agenthub_migrations"], "tables without a fence");
    Ok(())
}

pub(crate) async fn a_role_that_bypasses_it_is_named(_: TestDatabase) -> Outcome {
    let store = SqlStore::open(&postgres_url()).await?;
    let RowLevelSecurity::Bypassed { role } = store.row_level_security().await? else {
        return Err("the tests' administrator is held by row-level security".into());
    };
    assert!(postgres_url().contains(&role), "{role}");
    Ok(())
}

pub(crate) async fn is_not_offered_by_sqlite(database: TestDatabase) -> Outcome {
    let store = database.store().await?;
    assert_eq!(store.row_level_security().await?, RowLevelSecurity::NotOffered);
    let stranger = OrganizationId::new();
    let mut view = agenthub_core::store::Store::view(&store, stranger).await?;
    assert_eq!(view.agents().live().await?, []);
    Ok(())
}
