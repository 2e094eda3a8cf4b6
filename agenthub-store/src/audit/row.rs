//! Audit entries as rows.

use agenthub_core::audit::{Entity, Entry, Record, Request, Severity, TreeHash};
use agenthub_core::interaction::Outcome;
use agenthub_core::{Id, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::{actor, check_text, hash, json, named, number, to_column, to_json};
use crate::error::corrupt;
use crate::sql::Query;
use crate::words;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    organization_id: Uuid,
    sequence: i64,
    id: Uuid,
    at: DateTime<Utc>,
    actor_type: String,
    actor_id: Option<String>,
    automated: bool,
    action: String,
    entity_type: String,
    entity_id: String,
    changes: String,
    changed_fields: String,
    request_id: Option<String>,
    request_ip: Option<String>,
    request_agent: Option<String>,
    request_path: Option<String>,
    severity: i64,
    compliance_tags: String,
    outcome: String,
    error_code: Option<String>,
    leaf_hash: Vec<u8>,
}

impl Row {
    pub(super) fn entry(self) -> Result<Entry> {
        let record = Record {
            id: Id::from_uuid(self.id),
            at: self.at,
            actor: actor("audit_entries.actor", &self.actor_type, self.actor_id.as_deref())?,
            triggered_by_automation: self.automated,
            action: self.action,
            entity: Entity { kind: self.entity_type, id: self.entity_id },
            changes: json("audit_entries.changes", &self.changes)?,
            request: Request {
                id: self.request_id,
                ip: self.request_ip,
                user_agent: self.request_agent,
                path: self.request_path,
            },
            severity: severity(self.severity)?,
            compliance_tags: words::split("audit_entries.compliance_tags", &self.compliance_tags)?,
            outcome: named("audit_entries.outcome", Outcome::named(&self.outcome))?,
            error_code: self.error_code,
        };
        // What an entry is found by says the same as the entry, so that nobody hides one by changing only that.
        let findable = [
            ("audit_entries.changed_fields", changed_fields(&record)?, &self.changed_fields),
            ("audit_entries.compliance_tags", compliance_tags(&record)?, &self.compliance_tags),
        ];
        if let Some((column, ..)) = findable.iter().find(|(_, expected, found)| expected != *found) {
            return Err(corrupt(column));
        }
        Ok(Entry {
            organization_id: Id::from_uuid(self.organization_id),
            sequence: number("audit_entries.sequence", self.sequence)?,
            record,
            leaf_hash: TreeHash(hash("audit_entries.leaf_hash", self.leaf_hash)?),
        })
    }
}

/// A severity as a number that sorts like it.
pub(super) fn rank(severity: Severity) -> i64 {
    severity as i64
}

fn severity(rank: i64) -> Result<Severity> {
    let place = usize::try_from(rank).ok();
    named("audit_entries.severity", place.and_then(|place| Severity::ALL.get(place).copied()))
}

fn changed_fields(record: &Record) -> Result<String> {
    words::join(record.changes.0.keys().map(String::as_str))
}

fn compliance_tags(record: &Record) -> Result<String> {
    words::join(record.compliance_tags.iter().map(String::as_str))
}

/// What an entry's columns hold that its record does not hold as it is.
pub(crate) struct Columns<'e> {
    pub(crate) record: &'e Record,
    pub(crate) sequence: i64,
    pub(crate) changes: String,
    pub(crate) changed_fields: String,
    pub(crate) severity: i64,
    pub(crate) compliance_tags: String,
    pub(crate) leaf_hash: TreeHash,
}

impl<'e> Columns<'e> {
    pub(crate) fn of(entry: &'e Entry) -> Result<Self> {
        let record = &entry.record;
        check_text("/record/action", Some(&record.action))?;
        check_text("/record/entity/type", Some(&record.entity.kind))?;
        check_text("/record/entity/id", Some(&record.entity.id))?;
        check_text("/record/actor/id", record.actor.id().as_deref())?;
        check_text("/record/request/id", record.request.id.as_deref())?;
        check_text("/record/request/ip", record.request.ip.as_deref())?;
        check_text("/record/request/user_agent", record.request.user_agent.as_deref())?;
        check_text("/record/request/path", record.request.path.as_deref())?;
        check_text("/record/error_code", record.error_code.as_deref())?;
        Ok(Self {
            record,
            sequence: to_column(entry.sequence, "/sequence")?,
            changes: to_json(&record.changes)?,
            changed_fields: changed_fields(record)?,
            severity: rank(record.severity),
            compliance_tags: compliance_tags(record)?,
            leaf_hash: entry.leaf_hash,
        })
    }

    /// Binds them all, in the order of the insert, after the organization.
    pub(crate) fn bind(self, query: Query<'_>) -> Query<'_> {
        let record = self.record;
        query
            .bind(self.sequence)
            .id(record.id)
            .time(record.at)
            .bind(record.actor.kind().as_str())
            .bind(record.actor.id())
            .bind(record.triggered_by_automation)
            .bind(record.action.clone())
            .bind(record.entity.kind.clone())
            .bind(record.entity.id.clone())
            .bind(self.changes)
            .bind(self.changed_fields)
            .bind(record.request.id.clone())
            .bind(record.request.ip.clone())
            .bind(record.request.user_agent.clone())
            .bind(record.request.path.clone())
            .bind(self.severity)
            .bind(self.compliance_tags)
            .bind(record.outcome.as_str())
            .bind(record.error_code.clone())
            .bind(self.leaf_hash.0.to_vec())
    }
}
