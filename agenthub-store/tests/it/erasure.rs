//! What erasing leaves in the tables, and what it leaves alone.

use std::time::Duration;

use agenthub_core::agent::Definition;
use agenthub_core::audit::personal::{ERASED, UNREADABLE};
use agenthub_core::audit::verify::Fault;
use agenthub_core::audit::{
    Actor, AuditFilter, Changes, Entity, Entry, EntryId, NewRecord, Person, Request, Severity,
};
use agenthub_core::interaction::Outcome as Ended;
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_core::store::Store as _;
use agenthub_core::subject_key::{MasterKey, SubjectId};
use agenthub_core::user::UserId;
use agenthub_core::{Caller, Hub, HubOptions, Result, Role, Session};
use agenthub_store::SqlStore;
use agenthub_store::testing::TestDatabase;
use libtest_mimic::Failed;
use serde_json::json;

use crate::audit_tree::{check, signer};
use crate::{Outcome, raw};

const IP: &str = "203.0.113.77";
const AGENT: &str = "Erasable/7.7 (of Alice)";
const EMAIL: &str = "alice.liddell@erasable.example";
const NAME: &str = "Alice Pleasance Liddell";

/// What nobody must find any more.
const PERSONAL: [&str; 4] = [IP, AGENT, EMAIL, NAME];

/// A hub that does everything in the background all the time.
fn hub(store: SqlStore) -> Result<Hub> {
    let often = Duration::from_millis(1);
    let options =
        HubOptions { tree_every: often, heads_every: often, refresh_every: often, ..HubOptions::default() };
    let hub = Hub::builder(store).options(options).head_signer(signer()?);
    Ok(hub.master_key(MasterKey::new(&[3; 32])).build())
}

fn enter(hub: &Hub, organization: OrganizationId, user: UserId, ip: &str, agent: &str) -> Session {
    let request =
        Request { ip: Some(ip.to_owned()), user_agent: Some(agent.to_owned()), ..Request::default() };
    hub.enter(Caller::new(organization, Actor::Human(user), Role::Owner).with_request(request))
}

/// What the log says of a person who moved.
fn moved(user: UserId, email: &str, name: &str) -> NewRecord {
    NewRecord {
        action: "move".to_owned(),
        entity: Entity::new("user", user),
        actor: None,
        triggered_by_automation: false,
        changes: Changes::none().with("email", email).with("full_name", name).with("floor", 4),
        severity: Severity::Info,
        compliance_tags: Vec::new(),
        outcome: Ended::Success,
    }
}

async fn call(session: &Session) -> Result<()> {
    let input = json!({ "table": { "csv": "month,revenue\n2026-01-01,100\n2026-02-01,120\n" } });
    session.invoke("describe", input).await.map(drop)
}

async fn entries(session: &Session) -> Result<Vec<Entry>> {
    let listing = session.audit().list(AuditFilter::default(), &Page::first(Page::MAX)).await?;
    Ok(listing.items)
}

/// Every person's thing once, and the id of the record about alice.
async fn act(alice: &Session, user: UserId, bob: &Session) -> Result<EntryId> {
    alice.agents().create(Definition::new("Analyst", "analytics")).await?;
    call(alice).await?;
    call(bob).await?;
    Ok(alice.audit().add(moved(user, EMAIL, NAME)).await?.record.id)
}

pub(crate) async fn leaves_nothing_in_any_table_and_every_proof_as_it_was(database: TestDatabase) -> Outcome {
    let hub = hub(database.store().await?)?;
    let (ours, theirs) =
        (hub.create_organization("Acme").await?.id, hub.create_organization("Other").await?.id);
    let (user, other) = (UserId::new(), UserId::new());
    let (alice, bob) = (enter(&hub, ours, user, IP, AGENT), enter(&hub, ours, other, "10.0.0.8", "Bob/1"));
    let about = act(&alice, user, &bob).await?;
    let elsewhere = enter(&hub, theirs, user, "10.0.0.9", "Elsewhere/1");
    elsewhere.agents().create(Definition::new("Analyst", "analytics")).await?;
    let head = bob.audit().sign_head().await?;
    let mut proofs = Vec::new();
    for entry in entries(&bob).await? {
        if entry.sequence < head.size {
            proofs.push(bob.audit().prove(entry.record.id, Some(head.size)).await?);
        }
    }
    assert!(bob.audit().get(about).await?.record.changes.0["email"].new == Some(EMAIL.into()));
    let keys = wrapped(&database, ours, user).await?;
    assert_eq!(keys.len(), 1);
    assert!(!raw::places(&database, &keys[0]).await?.is_empty(), "the key is there");

    assert_eq!(bob.audit().erase(&Person::User(user)).await?.keys, 1);

    let erased = bob.audit().get(about).await?.record;
    let values = ["email", "full_name", "floor"].map(|field| erased.changes.0[field].new.clone());
    assert_eq!(values, [Some(ERASED.into()), Some(ERASED.into()), Some(json!(4))]);
    for entry in entries(&bob).await? {
        let (ip, agent) = (entry.record.request.ip.as_deref(), entry.record.request.user_agent.as_deref());
        let expected = match entry.record.actor {
            Actor::Human(actor) if actor == user => (Some(ERASED), Some(ERASED)),
            Actor::Human(_) => (Some("10.0.0.8"), Some("Bob/1")),
            _ => (None, None),
        };
        assert_eq!((ip, agent), expected, "{entry:?}");
    }
    let there = entries(&elsewhere).await?;
    assert_eq!(
        there[0].record.request.ip.as_deref(),
        Some("10.0.0.9"),
        "another organization's key is its own"
    );
    for proven in proofs {
        let entry = proven.entry.as_ref().ok_or("no record with its proof")?;
        assert!(proven.proof.holds(entry.leaf_hash_of(), head.root), "{proven:?}");
        assert_eq!(bob.audit().prove(entry.record.id, Some(head.size)).await?, proven);
    }
    hub.close().await;
    let store = database.store().await?;
    let report = check(&store, ours, vec![head.note]).await?;
    assert!(report.fault.is_none() && report.proven >= head.size, "{report}");
    store.close().await;
    for text in PERSONAL {
        assert_eq!(raw::places(&database, text.as_bytes()).await?, [] as [String; 0], "{text}");
    }
    for key in keys {
        assert_eq!(raw::places(&database, &key).await?, [] as [String; 0], "the key");
    }
    // The search finds what is there.
    assert!(!raw::places(&database, b"Analyst").await?.is_empty());
    Ok(())
}

/// The keys of a subject as they are kept.
async fn wrapped(
    database: &TestDatabase,
    organization: OrganizationId,
    user: UserId,
) -> std::result::Result<Vec<Vec<u8>>, Failed> {
    let store = database.store().await?;
    let keys = store.view(organization).await?.subject_keys().list(SubjectId::from(user)).await?;
    store.close().await;
    Ok(keys.into_iter().filter_map(|key| key.wrapped).collect())
}

pub(crate) async fn reaches_the_keys_that_other_nodes_have_in_mind(database: TestDatabase) -> Outcome {
    let (here, there) = (hub(database.store().await?)?, hub(database.store().await?)?);
    let organization = here.create_organization("Acme").await?.id;
    let user = UserId::new();
    let [at_home, away] = [&here, &there].map(|hub| enter(hub, organization, user, IP, AGENT));
    at_home.agents().create(Definition::new("Analyst", "analytics")).await?;
    call(&away).await?;
    let admin = here.enter(Caller::system(organization));
    admin.audit().erase(&Person::User(user)).await?;
    let first = entries(&admin).await?[0].sequence;
    // As long as the other node has not heard of it, what it writes is as unreadable as what was there before.
    loop {
        call(&away).await?;
        let newest = entries(&admin).await?.swap_remove(0).record.request.ip;
        match newest.as_deref() {
            Some(ERASED) => tokio::task::yield_now().await,
            newest => {
                assert_eq!(newest, Some(IP), "a new key was made");
                break;
            }
        }
    }
    let before = entries(&admin).await?.into_iter().filter(|it| it.sequence < first);
    assert!(before.filter_map(|it| it.record.request.ip).all(|ip| ip == ERASED));
    here.close().await;
    there.close().await;
    Ok(())
}

pub(crate) async fn what_was_tampered_with_is_unreadable_and_found(database: TestDatabase) -> Outcome {
    let hub = hub(database.store().await?)?;
    let organization = hub.create_organization("Acme").await?.id;
    let (user, other) = (UserId::new(), UserId::new());
    let (alice, bob) =
        (enter(&hub, organization, user, IP, AGENT), enter(&hub, organization, other, "10.0.0.8", "Bob/1"));
    let about = act(&alice, user, &bob).await?;
    let head = bob.audit().sign_head().await?;
    let sequence = bob.audit().get(about).await?.sequence;
    let seen = async || -> std::result::Result<_, Failed> {
        let record = bob.audit().get(about).await?.record;
        Ok((record.request.ip.unwrap_or_default(), record.request.user_agent.unwrap_or_default()))
    };
    hub.close().await;

    // Another field's value, another record's, and one that is cut off.
    let others = format!("(SELECT request_ip FROM agenthub_audit_entries WHERE sequence = {})", sequence - 1);
    for value in ["request_agent", others.as_str(), "SUBSTR(request_ip, 1, 60)", "'sealed:1:AAAA'"] {
        let keep = format!(
            "CREATE TABLE kept AS SELECT request_ip FROM agenthub_audit_entries WHERE sequence = {sequence}"
        );
        let change =
            format!("UPDATE agenthub_audit_entries SET request_ip = {value} WHERE sequence = {sequence}");
        let undo = format!(
            "UPDATE agenthub_audit_entries SET request_ip = (SELECT request_ip FROM kept) WHERE sequence = {sequence}"
        );
        raw::change(&database, &keep).await?;
        raw::change(&database, &change).await?;
        assert_eq!(seen().await?, (UNREADABLE.to_owned(), AGENT.to_owned()), "{value}");
        let store = database.store().await?;
        let report = check(&store, organization, vec![head.note.clone()]).await?;
        assert!(
            matches!(report.fault, Some(Fault::RecordChanged { sequence: it, .. }) if it == sequence),
            "{report}"
        );
        raw::change(&database, &undo).await?;
        raw::change(&database, "DROP TABLE kept").await?;
        assert_eq!(check(&store, organization, vec![head.note.clone()]).await?.fault, None);
        store.close().await;
    }
    // A key that is put in the place of another's opens nothing, and no proof needs it.
    let swap = "UPDATE agenthub_subject_keys SET wrapped = (SELECT wrapped FROM agenthub_subject_keys
                ORDER BY id DESC LIMIT 1) WHERE id = (SELECT id FROM agenthub_subject_keys ORDER BY id LIMIT 1)";
    raw::change(&database, swap).await?;
    assert_eq!(seen().await?, (UNREADABLE.to_owned(), UNREADABLE.to_owned()));
    raw::change(&database, "DELETE FROM agenthub_subject_keys").await?;
    assert_eq!(seen().await?, (UNREADABLE.to_owned(), UNREADABLE.to_owned()));
    let store = database.store().await?;
    assert_eq!(check(&store, organization, vec![head.note]).await?.fault, None);
    Ok(())
}
