//! On PostgreSQL: a column as an array, all rows of a table in one statement.

use agenthub_core::Result;
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::FinishedCall;
use sqlx::postgres::PgHasArrayType;
use sqlx::{Arguments, Encode, Postgres, Type};

use crate::error::failed;
use crate::sql::{Query, Tx};
use crate::{audit, interactions};

pub(super) const ADD_INTERACTIONS: &str =
    "INSERT INTO agenthub_interactions (organization_id, id, agent_id, agent_version, capability, session_id,
         actor_type, actor_id, input, output, outcome, error_code, error_message, started_at, duration_us,
         tokens_input, tokens_output, cost_nanos, currency, routing)
     SELECT * FROM UNNEST($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::text[], $7::text[],
         $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::timestamptz[],
         $15::bigint[], $16::bigint[], $17::bigint[], $18::bigint[], $19::text[], $20::text[])";
pub(super) const ADD_ENTRIES: &str =
    "INSERT INTO agenthub_audit_entries (organization_id, sequence, id, at, actor_type, actor_id, automated, action,
         entity_type, entity_id, changes, changed_fields, request_id, request_ip, request_agent, request_path,
         severity, compliance_tags, outcome, error_code, leaf_hash)
     SELECT * FROM UNNEST($1::uuid[], $2::bigint[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[],
         $7::boolean[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
         $15::text[], $16::text[], $17::bigint[], $18::text[], $19::text[], $20::text[], $21::bytea[])";

pub(super) async fn add(
    tx: &mut Tx,
    calls: &[FinishedCall],
    interactions: &[interactions::Columns<'_>],
    entries: &[(OrganizationId, audit::Columns<'_>)],
) -> Result<()> {
    Table { query: tx.sql(super::ADD_INTERACTIONS), rows: calls }
        .column(|call| call.organization_id.uuid())?
        .over(interactions)
        .column(|row| row.interaction.id.uuid())?
        .column(|row| row.interaction.agent_id.uuid())?
        .column(|row| i64::from(row.interaction.agent_version))?
        .column(|row| row.interaction.capability.as_str())?
        .column(|row| row.interaction.session_id.as_deref())?
        .column(|row| row.interaction.actor.kind().as_str())?
        .column(|row| row.interaction.actor.id())?
        .column(|row| row.input.as_str())?
        .column(|row| row.output.as_deref())?
        .column(|row| row.interaction.outcome.as_str())?
        .column(|row| row.interaction.error_code.as_deref())?
        .column(|row| row.interaction.error_message.as_deref())?
        .column(|row| row.interaction.started_at)?
        .column(|row| row.duration_us)?
        .column(|row| row.tokens_input)?
        .column(|row| row.tokens_output)?
        .column(|row| row.cost_nanos)?
        .column(|row| row.interaction.usage.cost.currency().code())?
        .column(|row| row.routing.as_deref())?
        .query
        .execute()
        .await?;
    Table { query: tx.sql(super::ADD_ENTRIES), rows: entries }
        .column(|(organization, _)| organization.uuid())?
        .column(|(_, row)| row.sequence)?
        .column(|(_, row)| row.record.id.uuid())?
        .column(|(_, row)| row.record.at)?
        .column(|(_, row)| row.record.actor.kind().as_str())?
        .column(|(_, row)| row.record.actor.id())?
        .column(|(_, row)| row.record.triggered_by_automation)?
        .column(|(_, row)| row.record.action.as_str())?
        .column(|(_, row)| row.record.entity.kind.as_str())?
        .column(|(_, row)| row.record.entity.id.as_str())?
        .column(|(_, row)| row.changes.as_str())?
        .column(|(_, row)| row.changed_fields.as_str())?
        .column(|(_, row)| row.record.request.id.as_deref())?
        .column(|(_, row)| row.record.request.ip.as_deref())?
        .column(|(_, row)| row.record.request.user_agent.as_deref())?
        .column(|(_, row)| row.record.request.path.as_deref())?
        .column(|(_, row)| row.severity)?
        .column(|(_, row)| row.compliance_tags.as_str())?
        .column(|(_, row)| row.record.outcome.as_str())?
        .column(|(_, row)| row.record.error_code.as_deref())?
        .column(|(_, row)| row.leaf_hash.0.as_slice())?
        .query
        .execute()
        .await
        .map(drop)
}

/// Rows whose columns are bound one after the other, each as an array.
struct Table<'t, 'r, R> {
    query: Query<'t>,
    rows: &'r [R],
}

impl<'t, 'r, R> Table<'t, 'r, R> {
    /// Goes on with the columns of other rows, as many.
    fn over<S>(self, rows: &'r [S]) -> Table<'t, 'r, S> {
        Table { query: self.query, rows }
    }

    /// Binds the next column.
    fn column<T>(mut self, value: impl Fn(&'r R) -> T) -> Result<Self>
    where
        T: Encode<'r, Postgres> + Type<Postgres> + PgHasArrayType + 'r,
    {
        if let Query::Postgres(.., arguments) = &mut self.query {
            let values: Vec<T> = self.rows.iter().map(value).collect();
            arguments.add(values).map_err(|error| failed(sqlx::Error::Encode(error)))?;
        }
        Ok(self)
    }
}
