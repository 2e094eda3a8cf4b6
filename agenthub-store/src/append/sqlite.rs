//! On SQLite: all rows of a table in one JSON document, an array for each row, in the order of the columns.
//!
//! `jsonb_each` hands a row on as it was parsed; `json_each` would write it out as text, which is parsed again.

use agenthub_core::organization::OrganizationId;
use agenthub_core::store::FinishedCall;
use agenthub_core::{Id, Result};
use serde_json::{Value, json};

use crate::convert::to_json;
use crate::sql::{Tx, time_text};
use crate::{audit, interactions};

pub(super) const ADD_INTERACTIONS: &str =
    "INSERT INTO agenthub_interactions (organization_id, id, agent_id, agent_version, capability, session_id,
         actor_type, actor_id, input, output, outcome, error_code, error_message, started_at, duration_us,
         tokens_input, tokens_output, cost_nanos, currency, routing)
     SELECT unhex(value ->> 0), unhex(value ->> 1), unhex(value ->> 2), value ->> 3, value ->> 4, value ->> 5,
         value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13,
         value ->> 14, value ->> 15, value ->> 16, value ->> 17, value ->> 18, value ->> 19
     FROM jsonb_each($1)";
pub(super) const ADD_ENTRIES: &str =
    "INSERT INTO agenthub_audit_entries (organization_id, sequence, id, at, actor_type, actor_id, automated, action,
         entity_type, entity_id, changes, changed_fields, request_id, request_ip, request_agent, request_path,
         severity, compliance_tags, outcome, error_code, leaf_hash)
     SELECT unhex(value ->> 0), value ->> 1, unhex(value ->> 2), value ->> 3, value ->> 4, value ->> 5, value ->> 6,
         value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13, value ->> 14,
         value ->> 15, value ->> 16, value ->> 17, value ->> 18, value ->> 19, unhex(value ->> 20)
     FROM jsonb_each($1)";

pub(super) async fn add(
    tx: &mut Tx,
    calls: &[FinishedCall],
    interactions: &[interactions::Columns<'_>],
    entries: &[(OrganizationId, audit::Columns<'_>)],
) -> Result<()> {
    let rows: Vec<Value> =
        calls.iter().zip(interactions).map(|(call, row)| interaction(call.organization_id, row)).collect();
    tx.sql(super::ADD_INTERACTIONS).bind(to_json(&rows)?).execute().await?;
    let rows: Vec<Value> = entries.iter().map(|(organization, row)| entry(*organization, row)).collect();
    tx.sql(super::ADD_ENTRIES).bind(to_json(&rows)?).execute().await.map(drop)
}

fn interaction(organization: OrganizationId, row: &interactions::Columns<'_>) -> Value {
    let it = row.interaction;
    json!([
        hex(organization),
        hex(it.id),
        hex(it.agent_id),
        it.agent_version,
        it.capability,
        it.session_id,
        it.actor.kind().as_str(),
        it.actor.id(),
        row.input,
        row.output,
        it.outcome.as_str(),
        it.error_code,
        it.error_message,
        time_text(it.started_at),
        row.duration_us,
        row.tokens_input,
        row.tokens_output,
        row.cost_nanos,
        it.usage.cost.currency().code(),
        row.routing,
    ])
}

fn entry(organization: OrganizationId, row: &audit::Columns<'_>) -> Value {
    let it = row.record;
    json!([
        hex(organization),
        row.sequence,
        hex(it.id),
        time_text(it.at),
        it.actor.kind().as_str(),
        it.actor.id(),
        it.triggered_by_automation,
        it.action,
        it.entity.kind,
        it.entity.id,
        row.changes,
        row.changed_fields,
        it.request.id,
        it.request.ip,
        it.request.user_agent,
        it.request.path,
        row.severity,
        row.compliance_tags,
        it.outcome.as_str(),
        it.error_code,
        row.leaf_hash.to_string(),
    ])
}

fn hex<T>(id: Id<T>) -> String {
    id.uuid().simple().to_string()
}
