//! Interactions as rows.

use agenthub_core::agent::Tokens;
use agenthub_core::interaction::{Interaction, Outcome, Usage};
use agenthub_core::{Id, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::{actor, check_text, json, named, number, to_column, to_json};
use crate::cost;

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    agent_id: Uuid,
    agent_version: i64,
    capability: String,
    session_id: Option<String>,
    actor_type: String,
    actor_id: Option<String>,
    input: String,
    output: Option<String>,
    outcome: String,
    error_code: Option<String>,
    error_message: Option<String>,
    started_at: DateTime<Utc>,
    duration_us: i64,
    tokens_input: i64,
    tokens_output: i64,
    cost_nanos: i64,
    currency: String,
    routing: Option<String>,
}

impl Row {
    pub(super) fn interaction(self) -> Result<Interaction> {
        let tokens = Tokens {
            input: number("interactions.tokens_input", self.tokens_input)?,
            output: number("interactions.tokens_output", self.tokens_output)?,
        };
        Ok(Interaction {
            id: Id::from_uuid(self.id),
            agent_id: Id::from_uuid(self.agent_id),
            agent_version: number("interactions.agent_version", self.agent_version)?,
            capability: self.capability,
            session_id: self.session_id,
            actor: actor("interactions.actor", &self.actor_type, self.actor_id.as_deref())?,
            input: json("interactions.input", &self.input)?,
            output: self.output.map(|text| json("interactions.output", &text)).transpose()?,
            outcome: named("interactions.outcome", Outcome::named(&self.outcome))?,
            error_code: self.error_code,
            error_message: self.error_message,
            started_at: self.started_at,
            duration_us: number("interactions.duration_us", self.duration_us)?,
            usage: Usage { tokens, cost: cost::money(0, self.cost_nanos, &self.currency)? },
            routing: self.routing.map(|text| json("interactions.routing", &text)).transpose()?,
        })
    }
}

/// What an interaction's columns hold that it does not hold as it is.
pub(crate) struct Columns<'i> {
    pub(crate) interaction: &'i Interaction,
    pub(crate) input: String,
    pub(crate) output: Option<String>,
    pub(crate) duration_us: i64,
    pub(crate) tokens_input: i64,
    pub(crate) tokens_output: i64,
    pub(crate) cost_nanos: i64,
    pub(crate) routing: Option<String>,
}

impl<'i> Columns<'i> {
    pub(crate) fn of(interaction: &'i Interaction) -> Result<Self> {
        let usage = &interaction.usage;
        check_text("/interaction/capability", Some(&interaction.capability))?;
        check_text("/interaction/session_id", interaction.session_id.as_deref())?;
        check_text("/interaction/actor/id", interaction.actor.id().as_deref())?;
        check_text("/interaction/error_code", interaction.error_code.as_deref())?;
        check_text("/interaction/error_message", interaction.error_message.as_deref())?;
        Ok(Self {
            interaction,
            input: to_json(&interaction.input)?,
            output: interaction.output.as_ref().map(to_json).transpose()?,
            duration_us: to_column(interaction.duration_us, "/duration_us")?,
            tokens_input: to_column(usage.tokens.input, "/usage/tokens/input")?,
            tokens_output: to_column(usage.tokens.output, "/usage/tokens/output")?,
            cost_nanos: cost::nanos(usage.cost)?,
            routing: interaction.routing.as_ref().map(to_json).transpose()?,
        })
    }
}
