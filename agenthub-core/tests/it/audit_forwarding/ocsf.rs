//! Records as OCSF events: one of each kind as a golden file, and what the schema requires of each class.

use agenthub_core::Id;
use agenthub_core::agent::AgentId;
use agenthub_core::api_key::ApiKeyId;
use agenthub_core::audit::forwarding::ocsf;
use agenthub_core::audit::{Actor, Change, Changes, Entity, Entry, Record, Request, Severity};
use agenthub_core::interaction::Outcome;
use serde_json::{Value, json};

/// One event a line; set `AGENTHUB_UPDATE_GOLDEN=1` to write it anew, and read the difference.
const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/ocsf.jsonl");

/// Places of attributes, as JSON pointers.
type Places = &'static [&'static str];

/// What the schema requires, by class: attributes, and groups of which one is enough.
///
/// From `events/iam/*.json`, `events/application/api_activity.json` and `objects/*.json` of ocsf/ocsf-schema at v1.8.0
/// (<https://github.com/ocsf/ocsf-schema>, Apache-2.0): `requirement: required` and `constraints.at_least_one`.
const REQUIRED: [(u64, Places, &[Places]); 4] = [
    (3001, &["/user"], &[USER, ACTOR]),
    (3002, &["/user"], &[USER, ACTOR, &["/service", "/dst_endpoint"]]),
    (3005, &["/user", "/privileges"], &[USER, ACTOR]),
    (6003, &["/actor", "/api/operation", "/src_endpoint"], &[ACTOR]),
];
const OF_EVERY_EVENT: Places = &[
    "/activity_id",
    "/category_uid",
    "/class_uid",
    "/severity_id",
    "/time",
    "/type_uid",
    "/metadata/version",
    "/metadata/product/name",
];
const USER: Places = &["/user/account", "/user/name", "/user/uid"];
const ACTOR: Places = &["/actor/user/uid", "/actor/app_name", "/actor/app_uid"];
const SOURCE: Places = &["/src_endpoint/ip", "/src_endpoint/svc_name"];

/// The activities that each class has, besides 0 and 99.
const ACTIVITIES: [(u64, u64); 4] = [(3001, 12), (3002, 7), (3005, 2), (6003, 4)];

fn id<T>(number: u128) -> Id<T> {
    Id::from_uuid(uuid::Uuid::from_u128(0x0198_f3c4_5d6e_7f80_9a0b_0000_0000_0000 | number))
}

fn record(action: &str, kind: &str) -> Record {
    Record {
        id: id(1),
        at: "2026-11-20T12:00:00.123456Z".parse().unwrap(),
        actor: Actor::Human(id(2)),
        triggered_by_automation: false,
        action: action.to_owned(),
        entity: Entity::new(kind, id::<Entry>(3)),
        changes: Changes::none(),
        request: Request {
            id: Some("req-1".to_owned()),
            ip: Some("203.0.113.7".to_owned()),
            user_agent: Some("curl/8.0".to_owned()),
            path: Some("POST /api/v1/agents".to_owned()),
        },
        severity: Severity::Info,
        compliance_tags: Vec::new(),
        outcome: Outcome::Success,
        error_code: None,
    }
}

fn role(old: Option<&str>, new: Option<&str>) -> Changes {
    let value = |role: Option<&str>| role.map(Value::from);
    Changes([("role".to_owned(), Change { old: value(old), new: value(new) })].into())
}

/// One record of each kind.
fn records() -> Vec<Record> {
    let failed = Record {
        actor: Actor::System,
        severity: Severity::Warning,
        outcome: Outcome::Failure,
        error_code: Some("auth.bad_credentials".to_owned()),
        ..record("login", "user")
    };
    let elsewhere = Record {
        actor: Actor::AiAgent(id::<agenthub_core::Agent>(7) as AgentId),
        triggered_by_automation: true,
        changes: Changes::none().with("total", 1000),
        request: Request::default(),
        severity: Severity::Critical,
        compliance_tags: vec!["sox".to_owned()],
        ..record("create", "invoice")
    };
    let gone = Record {
        actor: Actor::ApiKey(id::<agenthub_core::api_key::ApiKey>(8) as ApiKeyId),
        outcome: Outcome::Cancelled,
        error_code: Some("invocation.cancelled".to_owned()),
        ..record("invoke", "interaction")
    };
    let by = |actor: Actor, record: Record| Record { actor, ..record };
    vec![
        record("login", "login"),
        failed,
        record("logout", "login"),
        record("refresh", "login"),
        record("register", "user"),
        record("create", "user"),
        record("change_password", "user"),
        record("set_preference", "user"),
        record("create", "api_key"),
        record("rotate", "api_key"),
        record("revoke", "api_key"),
        Record { changes: role(None, Some("viewer")), ..record("accept", "invitation") },
        Record { changes: role(Some("viewer"), Some("admin")), ..record("set_role", "member") },
        Record { changes: role(Some("admin"), None), ..record("remove", "member") },
        record("create", "invitation"),
        record("remove", "invitation"),
        record("create", "organization"),
        record("create", "agent"),
        record("update", "agent"),
        record("set_status", "agent"),
        record("restore_version", "agent"),
        record("delete", "agent"),
        record("log", "interaction"),
        record("invoke", "interaction"),
        gone,
        by(Actor::Automation("nightly".to_owned()), record("set", "exchange_rate")),
        by(Actor::Plugin("importer".to_owned()), record("import", "exchange_rate")),
        by(Actor::System, record("sign", "audit_head")),
        elsewhere,
    ]
}

fn events() -> Vec<Value> {
    let entries = records().into_iter().zip(40..).map(|(record, n)| Entry::new(id(9), n, record));
    entries.map(|entry| ocsf::event(&entry)).collect()
}

#[test]
fn one_record_of_each_kind_is_the_event_of_the_golden_file() {
    let mut found = events();
    for event in &mut found {
        let version = std::mem::replace(&mut event["metadata"]["product"]["version"], json!("…"));
        assert_eq!(version, env!("CARGO_PKG_VERSION"));
    }
    if std::env::var_os("AGENTHUB_UPDATE_GOLDEN").is_some() {
        std::fs::write(GOLDEN, found.iter().map(|event| format!("{event}\n")).collect::<String>()).unwrap();
    }
    let golden = std::fs::read_to_string(GOLDEN).unwrap();
    let golden: Vec<Value> = golden.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for (found, golden) in found.iter().zip(&golden) {
        assert_eq!(found, golden);
    }
    assert_eq!(found.len(), golden.len());
}

#[test]
fn every_event_has_what_the_schema_requires_of_its_class() {
    for event in events() {
        let class = event["class_uid"].as_u64().unwrap();
        let (_, required, groups) = REQUIRED.iter().find(|(uid, ..)| *uid == class).unwrap();
        for place in OF_EVERY_EVENT.iter().chain(*required) {
            assert!(event.pointer(place).is_some_and(|it| !it.is_null()), "{place} of {event:#}");
        }
        for group in groups.iter().chain(&[SOURCE]) {
            assert!(group.iter().any(|place| event.pointer(place).is_some()), "{group:?} of {event:#}");
        }
        let activity = event["activity_id"].as_u64().unwrap();
        let (_, most) = ACTIVITIES.iter().find(|(uid, _)| *uid == class).unwrap();
        assert!((1..=*most).contains(&activity) || activity == 99, "{event:#}");
        assert_eq!(event["type_uid"], json!(class * 100 + activity));
        assert_eq!(event["category_uid"], json!(class / 1000));
    }
}

#[test]
fn every_event_can_be_told_from_every_other_and_put_in_order() {
    for (event, number) in events().into_iter().zip(40_u64..) {
        let metadata = &event["metadata"];
        assert_eq!(metadata["sequence"], json!(number));
        assert_eq!(metadata["uid"], json!(id::<Entry>(1)));
        assert_eq!(metadata["tenant_uid"], json!(id::<Entry>(9)));
        assert_eq!(event["time"], json!(1_795_176_000_123_i64));
    }
}
