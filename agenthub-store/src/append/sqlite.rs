//! On SQLite: row by row, with two prepared statements.

use agenthub_core::Result;
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::FinishedCall;

use crate::sql::Tx;
use crate::{audit, interactions};

pub(super) const ADD_INTERACTIONS: &str =
    "INSERT INTO agenthub_interactions (organization_id, id, agent_id, agent_version, capability, session_id,
         actor_type, actor_id, input, output, outcome, error_code, error_message, started_at, duration_us,
         tokens_input, tokens_output, cost_nanos, currency, routing)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)";
pub(super) const ADD_ENTRIES: &str = audit::ADD.sqlite;

pub(super) async fn add(
    tx: &mut Tx,
    calls: &[FinishedCall],
    interactions: &[interactions::Columns<'_>],
    entries: Vec<(OrganizationId, audit::Columns<'_>)>,
) -> Result<()> {
    for (call, columns) in calls.iter().zip(interactions) {
        let interaction = columns.interaction;
        tx.sql(super::ADD_INTERACTIONS)
            .id(call.organization_id)
            .id(interaction.id)
            .id(interaction.agent_id)
            .bind(i64::from(interaction.agent_version))
            .bind(interaction.capability.clone())
            .bind(interaction.session_id.clone())
            .bind(interaction.actor.kind().as_str())
            .bind(interaction.actor.id())
            .bind(columns.input.clone())
            .bind(columns.output.clone())
            .bind(interaction.outcome.as_str())
            .bind(interaction.error_code.clone())
            .bind(interaction.error_message.clone())
            .time(interaction.started_at)
            .bind(columns.duration_us)
            .bind(columns.tokens_input)
            .bind(columns.tokens_output)
            .bind(columns.cost_nanos)
            .bind(interaction.usage.cost.currency().code())
            .bind(columns.routing.clone())
            .execute()
            .await?;
    }
    for (organization, columns) in entries {
        columns.bind(tx.sql(super::ADD_ENTRIES).id(organization)).execute().await?;
    }
    Ok(())
}
