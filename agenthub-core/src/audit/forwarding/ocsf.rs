//! Audit records as events of the Open Cybersecurity Schema Framework, version 1.8.0 (<https://schema.ocsf.io/1.8.0>).
//!
//! Facts only, no sentences: what a record says in fields of its own that the schema has no place for stands in
//! `unmapped`, under the names of the record.

mod table;

use serde_json::{Map, Value, json};

use self::table::{Class, classify};
use crate::audit::{Actor, Entry, Record, Request, Severity};
use crate::interaction::Outcome;

/// The version of the schema that events keep to.
pub const VERSION: &str = "1.8.0";

const PRODUCT: &str = "AgentHub";

/// The number of a user's kind, for a person and for a service.
const PERSON: (u8, &str) = (1, "User");
const SERVICE: (u8, &str) = (4, "Service");

/// The record as an event.
///
/// `metadata.uid` is the record's id, `metadata.tenant_uid` the organization's, `metadata.sequence` its place in the log.
///
/// ```
/// use agenthub_core::audit::forwarding::ocsf;
/// use agenthub_core::audit::AuditFilter;
/// use agenthub_core::page::Page;
/// use agenthub_core::store::memory::Memory;
/// use agenthub_core::{Caller, Hub};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> agenthub_core::Result<()> {
/// let hub = Hub::new(Memory::new());
/// let organization = hub.create_organization("Acme").await?;
/// let session = hub.enter(Caller::system(organization.id));
/// for entry in session.audit().list(AuditFilter::default(), &Page::default()).await?.items {
///     assert_eq!(ocsf::event(&entry)["class_name"], "API Activity");
/// }
/// # Ok(())
/// # }
/// ```
pub fn event(entry: &Entry) -> Value {
    let record = &entry.record;
    let (class, activity) = classify(record);
    let mut event = json!({
        "class_uid": class.uid(),
        "class_name": class.name(),
        "category_uid": class.uid() / 1000,
        "category_name": class.category(),
        "activity_id": activity.id,
        "activity_name": activity.name.unwrap_or(&record.action),
        "type_uid": class.uid() * 100 + u32::from(activity.id),
        "time": record.at.timestamp_millis(),
        "metadata": metadata(entry),
        "actor": actor(&record.actor),
        "src_endpoint": source(&record.request),
        "unmapped": unmapped(entry),
    });
    put_grades(&mut event, record);
    if let Some(request) = http_request(&record.request) {
        event["http_request"] = request;
    }
    put_subject(&mut event, class, entry);
    event
}

fn metadata(entry: &Entry) -> Value {
    let product = json!({ "name": PRODUCT, "vendor_name": PRODUCT, "version": env!("CARGO_PKG_VERSION") });
    let mut metadata = json!({
        "version": VERSION,
        "product": product,
        "log_name": "audit",
        "uid": entry.record.id,
        "tenant_uid": entry.organization_id,
        "sequence": entry.sequence,
    });
    if let Some(request) = &entry.record.request.id {
        metadata["correlation_uid"] = json!(request);
    }
    metadata
}

/// How much it matters, and how it ended.
fn put_grades(event: &mut Value, record: &Record) {
    let (severity_id, severity) = match record.severity {
        Severity::Info => (1, "Informational"),
        Severity::Warning => (3, "Medium"),
        Severity::Critical => (5, "Critical"),
    };
    let (status_id, status) = match record.outcome {
        Outcome::Success => (1, "Success"),
        Outcome::Failure => (2, "Failure"),
        Outcome::Cancelled => (99, record.outcome.as_str()),
    };
    event["severity_id"] = json!(severity_id);
    event["severity"] = json!(severity);
    event["status_id"] = json!(status_id);
    event["status"] = json!(status);
    if let Some(code) = &record.error_code {
        event["status_code"] = json!(code);
    }
}

fn actor(actor: &Actor) -> Value {
    let app = |name: &str| json!({ "app_name": name });
    match actor {
        Actor::Human(id) => json!({ "user": user(&id.to_string(), PERSON) }),
        Actor::ApiKey(id) => json!({ "user": user(&id.to_string(), SERVICE) }),
        Actor::AiAgent(id) => json!({ "app_name": actor.kind().as_str(), "app_uid": id }),
        Actor::Automation(name) | Actor::Plugin(name) => app(name),
        Actor::System => app(PRODUCT),
    }
}

fn user(uid: &str, (type_id, kind): (u8, &str)) -> Value {
    json!({ "uid": uid, "type_id": type_id, "type": kind })
}

/// Where the request came from; the hub itself, where there was none.
fn source(request: &Request) -> Value {
    match &request.ip {
        Some(ip) => json!({ "ip": ip }),
        None => json!({ "svc_name": PRODUCT }),
    }
}

fn http_request(request: &Request) -> Option<Value> {
    let mut http = Map::new();
    let mut put = |name: &str, value: Option<Value>| value.map(|value| http.insert(name.to_owned(), value));
    put("uid", request.id.as_ref().map(|id| json!(id)));
    put("user_agent", request.user_agent.as_ref().map(|agent| json!(agent)));
    if let Some((method, path)) = request.path.as_deref().and_then(|it| it.split_once(' ')) {
        put("http_method", Some(json!(method)));
        put("url", Some(json!({ "path": path })));
    }
    if http.is_empty() { None } else { Some(Value::Object(http)) }
}

/// What was acted upon, where the class has it.
fn put_subject(event: &mut Value, class: Class, entry: &Entry) {
    let (record, entity) = (&entry.record, &entry.record.entity);
    let who = || match record.actor.id() {
        Some(id) if entity.kind == "login" || entity.kind == "invitation" => id,
        _ => entity.id.clone(),
    };
    match class {
        Class::Authentication => {
            event["user"] = user(&who(), PERSON);
            event["service"] = json!({ "name": PRODUCT });
            if entity.kind == "login" {
                event["session"] = json!({ "uid": entity.id });
            }
        }
        Class::AccountChange => {
            let kind = if entity.kind == "api_key" { SERVICE } else { PERSON };
            event["user"] = user(&who(), kind);
        }
        Class::UserAccess => {
            event["user"] = user(&who(), PERSON);
            event["privileges"] = json!(role(record).into_iter().collect::<Vec<_>>());
            event["resources"] = json!([{ "type": "organization", "uid": entry.organization_id }]);
        }
        Class::ApiActivity => {
            event["api"] = json!({ "operation": record.action, "service": { "name": PRODUCT } });
            if let Some(id) = &record.request.id {
                event["api"]["request"] = json!({ "uid": id });
            }
            event["resources"] = json!([{ "type": entity.kind, "uid": entity.id }]);
        }
    }
}

/// The role that was given, or else the one that was taken.
fn role(record: &Record) -> Option<&Value> {
    let change = record.changes.0.get("role")?;
    change.new.as_ref().or(change.old.as_ref())
}

fn unmapped(entry: &Entry) -> Value {
    let record = &entry.record;
    json!({
        "action": record.action,
        "entity": record.entity,
        "changes": record.changes,
        "compliance_tags": record.compliance_tags,
        "triggered_by_automation": record.triggered_by_automation,
        "leaf_hash": entry.leaf_hash,
    })
}
