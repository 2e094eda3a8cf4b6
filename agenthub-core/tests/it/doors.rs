//! Every door through which something can be changed leaves its record, and where it is shut, the record of that.

mod source;
mod stage;

use std::collections::BTreeSet;

use agenthub_core::access::Permissions;
use agenthub_core::audit::{Actor, AuditFilter, Severity};
use agenthub_core::error::Code;
use agenthub_core::interaction::Outcome;
use agenthub_core::page::Page;
use agenthub_core::user::UserId;
use agenthub_core::{Caller, Session};

use self::stage::Stage;
use crate::identity::{code, eventually};

/// Every public method that changes something, with the records that it leaves, oldest first: action and kind of thing.
const DOORS: &[(&str, &[(&str, &str)])] = &[
    ("Agents::create", &[("create", "agent")]),
    ("Agents::delete", &[("delete", "agent")]),
    ("Agents::restore", &[("restore", "agent")]),
    ("Agents::restore_version", &[("restore_version", "agent")]),
    ("Agents::set_status", &[("set_status", "agent")]),
    ("Agents::update", &[("update", "agent")]),
    ("ApiKeys::create", &[("create", "api_key")]),
    ("ApiKeys::revoke", &[("revoke", "api_key")]),
    ("ApiKeys::rotate", &[("revoke", "api_key"), ("rotate", "api_key")]),
    ("AuditExports::download", &[("download", "audit_export")]),
    ("AuditExports::remove", &[("remove", "audit_export")]),
    ("AuditExports::request", &[("create", "audit_export")]),
    ("AuditLog::add", &[("create", "invoice")]),
    ("AuditLog::erase", &[("erase", "subject")]),
    ("AuditLog::sign_head", &[("sign", "audit_head")]),
    ("AuditViews::create", &[("create", "audit_view")]),
    ("AuditViews::remove", &[("remove", "audit_view")]),
    ("AuditViews::update", &[("update", "audit_view")]),
    ("ExchangeRates::import_ecb", &[("import", "exchange_rate")]),
    ("ExchangeRates::set", &[("set", "exchange_rate")]),
    ("Hub::create_organization", &[("create", "organization")]),
    ("Identity::accept_invitation", &[("accept", "invitation")]),
    ("Identity::change_password", &[("change_password", "user")]),
    ("Identity::create_user", &[("create", "organization"), ("create", "user")]),
    ("Identity::login", &[("login", "login")]),
    ("Identity::logout", &[("logout", "login")]),
    ("Identity::refresh", &[("refresh", "login")]),
    ("Identity::register", &[("create", "organization"), ("register", "user"), ("login", "login")]),
    ("Identity::set_preference", &[("set_preference", "user")]),
    ("Interactions::log", &[("log", "interaction")]),
    ("Invitations::create", &[("create", "invitation")]),
    ("Invitations::remove", &[("remove", "invitation")]),
    ("LegalHolds::lift", &[("lift", "legal_hold")]),
    ("LegalHolds::place", &[("place", "legal_hold")]),
    ("Members::remove", &[("remove", "member")]),
    ("Members::set_role", &[("set_role", "member")]),
    ("MessageOverrides::remove", &[("remove", "message_override")]),
    ("MessageOverrides::set", &[("create", "message_override")]),
    ("OrganizationDesk::update", &[("update", "organization")]),
    ("RetentionDesk::remove", &[("remove", "audit_retention")]),
    ("RetentionDesk::set", &[("set", "audit_retention")]),
    ("Session::invoke", &[("invoke", "interaction")]),
    ("Session::invoke_on", &[("invoke", "interaction")]),
    ("Session::run", &[("invoke", "interaction")]),
    ("Session::stream", &[("invoke", "interaction")]),
];

/// Public methods that change nothing of an organization's.
const READS: &[&str] = &[
    "Agents::diff",
    "Agents::get",
    "Agents::list",
    "Agents::version",
    "Agents::versions",
    "ApiKeys::get",
    "ApiKeys::list",
    "AuditExports::file",
    "AuditExports::get",
    "AuditExports::list",
    "AuditExports::manifest",
    "AuditLog::consistency",
    "AuditLog::get",
    "AuditLog::head",
    "AuditLog::heads",
    "AuditLog::list",
    "AuditLog::prove",
    "AuditLog::prove_leaf",
    "AuditLog::summary",
    "AuditLog::tail",
    "AuditViews::get",
    "AuditViews::list",
    "AuditViews::records",
    "Download::next",
    "ExchangeRates::convert",
    "ExchangeRates::in_force",
    "ExchangeRates::list",
    "Hub::close",
    "Hub::ping",
    "Identity::caller",
    "Identity::caller_by_key",
    "Identity::caller_elsewhere",
    "Identity::me",
    "Identity::organizations",
    "Interactions::get",
    "Interactions::list",
    "Interactions::statistics",
    "Invitations::list",
    "LegalHolds::list",
    "Members::get",
    "Members::list",
    "MessageOverrides::get",
    "MessageOverrides::list",
    "OrganizationDesk::get",
    "RetentionDesk::get",
    "Session::capabilities",
    "verify",
    // What they keep is the answer to a request, for who sent it; what the request changes has its own record.
    "Claim::free",
    "Claim::keep",
    "Idempotency::begin",
];

#[test]
fn every_public_method_is_known_as_a_door_or_as_one_that_changes_nothing() {
    let mut known: BTreeSet<_> = DOORS.iter().map(|(door, _)| *door).chain(READS.iter().copied()).collect();
    assert_eq!(known.len(), DOORS.len() + READS.len(), "each stands in one table, once");
    // The one door whose work begins after it was left.
    assert!(known.remove("Session::stream"));
    let found = source::public_methods();
    let found: BTreeSet<_> = found.iter().map(String::as_str).collect();
    assert_eq!(found, known, "a new method belongs into DOORS or READS");
}

#[tokio::test]
async fn every_change_leaves_its_record() {
    let stage = Stage::new().await;
    for (door, expected) in DOORS {
        let session = stage.hub.enter(Caller::system(stage.organization).with_request(stage::request(door)));
        let organization = stage.open(door, &session).await.unwrap_or_else(|error| panic!("{door}: {error}"));
        let log = stage.hub.enter(Caller::system(organization));
        // The program's own changes come with no request; they begin a log.
        let is_the_programs = ["Hub::create_organization", "Identity::create_user"].contains(door);
        let request_id = (!is_the_programs).then(|| (*door).to_owned());
        let left = records(&log, request_id).await;
        let left: Vec<_> = left.iter().map(|it| (it.action.as_str(), it.entity.kind.as_str())).collect();
        assert_eq!(left, *expected, "{door}");
    }
}

#[tokio::test]
async fn every_door_that_is_shut_leaves_the_record_of_that() {
    let stage = Stage::new().await;
    let is_open_to_all = |door: &str| door.starts_with("Hub::") || door.starts_with("Identity::");
    let user = Actor::Human(UserId::new());
    for (door, _) in DOORS.iter().filter(|(door, _)| !is_open_to_all(door)) {
        let nobody = Caller { actor: user.clone(), ..Caller::system(stage.organization) };
        let nobody = nobody.limited_to(Permissions::default()).with_request(stage::request(door));

        let refused = stage.open(door, &stage.hub.enter(nobody)).await;

        assert_eq!(code(refused), Code::DENIED, "{door}");
        let log = stage.hub.enter(Caller::system(stage.organization));
        let left = async || records(&log, Some((*door).to_owned())).await;
        eventually(async || !left().await.is_empty()).await;
        let [record] = &left().await[..] else { panic!("{door} leaves one record") };
        assert_eq!((&record.actor, record.outcome), (&user, Outcome::Failure), "{door}");
        assert_eq!((record.severity, record.error_code.as_deref()), (Severity::Warning, Some("auth.denied")));
    }
}

async fn records(log: &Session, request_id: Option<String>) -> Vec<agenthub_core::audit::Record> {
    let filter = AuditFilter { request_id, ..AuditFilter::default() };
    let mut entries = log.audit().list(filter, &Page::first(100)).await.unwrap().items;
    entries.reverse();
    entries.into_iter().map(|entry| entry.record).collect()
}
