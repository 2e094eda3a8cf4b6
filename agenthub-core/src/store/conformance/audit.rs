//! The audit log.

pub(super) mod list;
pub(super) mod removal;

use serde_json::json;

use super::Subject;
use super::sample::{
    add_organization, add_organization_with_agent, code, moment, new_call, new_record, odd_documents,
};
use crate::agent::AgentId;
use crate::api_key::ApiKeyId;
use crate::audit::{Actor, Change, Changes, Entity, Entry, EntryId, Record, Request, Severity};
use crate::error::{Code, Result};
use crate::interaction::Outcome;
use crate::organization::OrganizationId;
use crate::user::UserId;

cases! { "audit":
    keeps_every_field
    keeps_every_kind_of_actor_and_outcome
    keeps_changes_as_they_were_written
    leaf_hashes_hold_after_reading_back
    gives_the_entry_that_is_read_back
    numbers_entries_from_0_without_a_gap
    numbers_each_organization_for_itself
    a_dropped_record_leaves_no_gap
    has_no_gap_however_many_write_at_once
    refuses_a_taken_id
    refuses_an_unknown_organization
    two_organizations_may_use_the_same_id
    an_unknown_entry_is_not_found
    another_organizations_entry_does_not_exist
    gives_ranges_in_order
}

async fn record(store: &Subject, organization: OrganizationId, record: Record) -> Result<Entry> {
    let mut work = store.work(organization).await?;
    let entry = work.record(record).await?;
    work.commit().await?;
    Ok(entry)
}

async fn get(store: &Subject, organization: OrganizationId, id: EntryId) -> Result<Option<Entry>> {
    store.view(organization).await?.audit().get(id).await
}

/// Every entry of an organization, in order.
async fn log(store: &Subject, organization: OrganizationId) -> Result<Vec<Entry>> {
    store.view(organization).await?.audit().range(0, u32::MAX).await
}

fn full_record() -> Record {
    let text = |text: &str| Some(text.to_owned());
    Record {
        at: moment(999_999),
        actor: Actor::Human(UserId::new()),
        triggered_by_automation: true,
        entity: Entity::new("invoice \"x\"", "ключ ' \\ %"),
        changes: Changes::none().with("name", "new"),
        request: Request {
            id: text("req-1"),
            ip: text("2001:db8::1"),
            user_agent: text("curl/8 \"x\""),
            path: text("POST /api/v1/agents"),
        },
        severity: Severity::Critical,
        compliance_tags: vec!["gdpr".to_owned(), String::new(), "a, \"b\"".to_owned(), "gdpr".to_owned()],
        outcome: Outcome::Failure,
        error_code: text("agent.failed"),
        ..new_record("do — 日本 👩‍🚀")
    }
}

/// Records it, and holds what is read back to it, hash and all.
async fn survives(store: &Subject, organization: OrganizationId, expected: Record) -> Result<()> {
    record(store, organization, expected.clone()).await?;
    let found = get(store, organization, expected.id).await?;
    assert_eq!(found.as_ref().map(|it| &it.record), Some(&expected));
    assert_eq!(found.as_ref().map(Entry::leaf_hash_of), found.as_ref().map(|it| it.leaf_hash));
    let letters = |record: &Record| serde_json::to_string(record).ok();
    assert_eq!(found.as_ref().and_then(|it| letters(&it.record)), letters(&expected));
    Ok(())
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let empty = Record {
        action: String::new(),
        entity: Entity::new("", ""),
        request: Request { id: Some(String::new()), ..Request::default() },
        error_code: Some(String::new()),
        ..new_record("")
    };
    let long = Record { action: "x".repeat(100_000), ..new_record("") };
    for expected in [full_record(), new_record("create"), empty, long] {
        survives(&store, organization, expected).await?;
    }
    Ok(())
}

async fn keeps_every_kind_of_actor_and_outcome(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let actors = [
        Actor::Human(UserId::new()),
        Actor::AiAgent(AgentId::new()),
        Actor::ApiKey(ApiKeyId::new()),
        Actor::Automation(String::new()),
        Actor::Plugin("översättare".to_owned()),
        Actor::System,
    ];
    for actor in actors {
        for outcome in Outcome::ALL {
            for severity in Severity::ALL {
                let expected = Record { actor: actor.clone(), outcome, severity, ..new_record("act") };
                survives(&store, organization, expected).await?;
            }
        }
    }
    Ok(())
}

async fn keeps_changes_as_they_were_written(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    for (document, n) in odd_documents().into_iter().zip(0..) {
        let mut changes = Changes::none().with(format!("field {n}\u{0}\"'\\ %"), document.clone());
        // A JSON null that was there is not read back as such: it is the same as nothing.
        let old = Some(document).filter(|document| !document.is_null());
        changes.0.insert(String::new(), Change { old, new: None });
        changes.0.retain(|_, change| change.new != Some(json!(null)));
        survives(&store, organization, Record { changes, ..new_record("update") }).await?;
    }
    Ok(())
}

async fn leaf_hashes_hold_after_reading_back(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    for n in 0..5 {
        record(&store, organization, Record { at: moment(n), ..full_record() }).await?;
        let mut call = new_call(organization, agent);
        call.record = Record { at: moment(-n), ..full_record() };
        store.append(&[call]).await?;
    }
    let entries = log(&store, organization).await?;
    assert_eq!(entries.len(), 10);
    for entry in entries {
        assert_eq!(entry.leaf_hash, entry.leaf_hash_of(), "entry {}", entry.sequence);
        assert_eq!(entry, Entry::new(organization, entry.sequence, entry.record.clone()));
    }
    Ok(())
}

async fn gives_the_entry_that_is_read_back(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    let given = record(&store, organization, full_record()).await?;
    assert_eq!(get(&store, organization, given.record.id).await?, Some(given));
    Ok(())
}

async fn numbers_entries_from_0_without_a_gap(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let first = record(&store, organization, new_record("a")).await?;
    store.append(&[new_call(organization, agent), new_call(organization, agent)]).await?;
    let mut platform = store.platform().await?;
    let third = platform.within(organization).await?.record(new_record("b")).await?;
    let fourth = platform.within(organization).await?.record(new_record("c")).await?;
    platform.commit().await?;
    assert_eq!([first.sequence, third.sequence, fourth.sequence], [0, 3, 4]);
    let sequences: Vec<u64> = log(&store, organization).await?.iter().map(|it| it.sequence).collect();
    assert_eq!(sequences, [0, 1, 2, 3, 4]);
    Ok(())
}

async fn numbers_each_organization_for_itself(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    for expected in 0..3 {
        for organization in [ours, theirs] {
            let entry = record(&store, organization, new_record("act")).await?;
            assert_eq!((entry.organization_id, entry.sequence), (organization, expected));
        }
    }
    Ok(())
}

async fn a_dropped_record_leaves_no_gap(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    record(&store, organization, new_record("a")).await?;
    let mut work = store.work(organization).await?;
    let dropped = work.record(new_record("dropped")).await?;
    assert_eq!(dropped.sequence, 1);
    drop(work);
    assert_eq!(get(&store, organization, dropped.record.id).await?, None);
    assert_eq!(record(&store, organization, new_record("b")).await?.sequence, 1);
    Ok(())
}

async fn has_no_gap_however_many_write_at_once(store: Subject) -> Result<()> {
    const EACH: usize = 8;
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let works = (0..EACH).map(async |n| {
        let mut work = store.work(organization).await?;
        work.record(new_record(&format!("work {n}"))).await?;
        // Every second one changes its mind.
        if n % 2 == 0 { work.commit().await } else { Ok(()) }
    });
    let appends = (0..EACH)
        .map(async |_| store.append(&[new_call(organization, agent), new_call(organization, agent)]).await);
    let works = futures_util::future::try_join_all(works);
    let appends = futures_util::future::try_join_all(appends);
    futures_util::future::try_join(works, appends).await?;
    let entries = log(&store, organization).await?;
    assert_eq!(entries.len(), EACH / 2 + EACH * 2);
    for (entry, place) in entries.iter().zip(0..) {
        assert_eq!((entry.sequence, entry.leaf_hash), (place, entry.leaf_hash_of()));
    }
    Ok(())
}

async fn refuses_a_taken_id(store: Subject) -> Result<()> {
    let (organization, agent) = add_organization_with_agent(&*store).await?;
    let taken = new_record("act");
    record(&store, organization, taken.clone()).await?;
    let mut call = new_call(organization, agent);
    call.record.id = taken.id;
    assert_eq!(code(record(&store, organization, taken).await), Some(Code::STORE_CONFLICT));
    assert_eq!(code(store.append(&[call]).await), Some(Code::STORE_CONFLICT));
    assert_eq!(log(&store, organization).await?.len(), 1);
    Ok(())
}

async fn refuses_an_unknown_organization(store: Subject) -> Result<()> {
    let nowhere = OrganizationId::new();
    let refused = record(&store, nowhere, new_record("act")).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    assert!(log(&store, nowhere).await?.is_empty());
    Ok(())
}

async fn two_organizations_may_use_the_same_id(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let shared = new_record("ours");
    record(&store, ours, shared.clone()).await?;
    record(&store, theirs, Record { action: "theirs".to_owned(), ..shared.clone() }).await?;
    for (organization, action) in [(ours, "ours"), (theirs, "theirs")] {
        let found = get(&store, organization, shared.id).await?;
        assert_eq!(found.map(|it| it.record.action).as_deref(), Some(action));
    }
    Ok(())
}

async fn an_unknown_entry_is_not_found(store: Subject) -> Result<()> {
    let organization = add_organization(&*store).await?;
    record(&store, organization, new_record("act")).await?;
    assert_eq!(get(&store, organization, EntryId::new()).await?, None);
    Ok(())
}

async fn another_organizations_entry_does_not_exist(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let entry = record(&store, theirs, new_record("act")).await?;
    assert_eq!(get(&store, ours, entry.record.id).await?, None);
    assert!(log(&store, ours).await?.is_empty());
    Ok(())
}

async fn gives_ranges_in_order(store: Subject) -> Result<()> {
    let (ours, theirs) = (add_organization(&*store).await?, add_organization(&*store).await?);
    let mut entries = Vec::new();
    for n in 0..7 {
        record(&store, theirs, new_record("theirs")).await?;
        entries.push(record(&store, ours, Record { at: moment(-n), ..new_record("ours") }).await?);
    }
    let mut view = store.view(ours).await?;
    for from in 0..9 {
        for limit in [0, 1, 3, 7, u32::MAX] {
            let start = entries.len().min(from);
            let end = entries.len().min(start + limit as usize);
            let found = view.audit().range(from as u64, limit).await?;
            assert_eq!(found, entries[start..end], "{limit} from {from}");
        }
    }
    for from in [i64::MAX as u64, i64::MAX as u64 + 1, u64::MAX] {
        assert!(view.audit().range(from, 10).await?.is_empty());
    }
    Ok(())
}
