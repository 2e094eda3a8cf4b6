//! The records that say which others are to leave.

use chrono::SecondsFormat;
use serde_json::json;

use super::RetentionPolicy;
use super::cut::Cut;
use crate::audit::{AuditOrder, Changes, Entity, Entry, Note};
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::store::ReadAudit;

/// What such a record is about: the log itself. Nobody but the hub records anything of it.
const KIND: &str = "audit_log";
/// What such a record says was done.
const ACTION: &str = "retain";

/// What a record says of which others are to leave. The newest such record counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Removal {
    /// The place of the record that says so.
    pub sequence: u64,
    /// Records with a sequence number below this are to leave.
    pub before: u64,
}

impl Removal {
    /// What an entry says; `None` where it is about something else.
    pub fn of(entry: &Entry) -> Option<Self> {
        let record = &entry.record;
        let is_one = record.action == ACTION
            && record.entity.kind == KIND
            && record.entity.id == entry.organization_id.to_string();
        let said = record.changes.0.get("removed_before").filter(|_| is_one)?;
        Some(Self { sequence: entry.sequence, before: said.new.as_ref()?.as_u64()? })
    }

    /// What the newest such record of a log says.
    pub(crate) async fn newest(
        audit: &mut dyn ReadAudit,
        organization: OrganizationId,
    ) -> Result<Option<Self>> {
        let within = audit.extent().await?;
        let id = organization.to_string();
        let newest = audit.of_entity(KIND, &id, within, AuditOrder::Newest, 1).await?;
        Ok(newest.first().and_then(Self::of))
    }
}

/// May only the hub record something of this kind of thing?
pub(crate) fn is_reserved(entity_kind: &str) -> bool {
    entity_kind == KIND
}

/// The record that decides on a cut.
pub(super) fn decide(organization: OrganizationId, policy: &RetentionPolicy, cut: &Cut) -> Note {
    let changes = Changes::none()
        .with("removed_from", cut.from)
        .with("removed_before", cut.before)
        .with("days", policy.days)
        .with("youngest_at", cut.youngest_at.to_rfc3339_opts(SecondsFormat::Micros, true));
    Note::new(ACTION, entity(organization), changes)
}

/// Takes back what was decided to leave and has not left. Whoever asks has the lock of what may be removed; what is still
/// there then, stays. `None` where nothing is to be taken back.
pub(crate) async fn take_back(
    audit: &mut dyn ReadAudit,
    organization: OrganizationId,
) -> Result<Option<Note>> {
    let begins_at = audit.extent().await?.start;
    let newest = Removal::newest(audit, organization).await?.filter(|it| it.before > begins_at);
    Ok(newest.map(|removal| {
        let (old, new) =
            (json!({ "removed_before": removal.before }), json!({ "removed_before": begins_at }));
        Note::new(ACTION, entity(organization), Changes::between(&old, &new))
    }))
}

fn entity(organization: OrganizationId) -> Entity {
    Entity::new(KIND, organization)
}
