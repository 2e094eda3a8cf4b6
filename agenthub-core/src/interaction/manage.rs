//! An organization's interactions: look, count, and log those that happened elsewhere.

use std::collections::BTreeMap;
use std::time::Duration;

use agenthub_money::{Currency, Decimal, Money};
use chrono::{DateTime, Utc};
use serde_json::Value;

use super::{Interaction, InteractionFilter, InteractionId, Outcome, Statistics, StatisticsQuery, Usage};
use crate::access::Permission;
use crate::agent::{AgentId, Tokens};
use crate::audit::{Changes, Entity, Note};
use crate::error::{Code, Error, Result, Violation, Violations, Word};
use crate::invocation::kept;
use crate::page::{Listing, Page};
use crate::session::Session;
use crate::store::FinishedCall;

/// An organization's interactions; see [`Session::interactions`].
#[derive(Debug)]
pub struct Interactions<'s>(&'s Session);

/// An interaction that happened outside of the hub and is to be logged.
#[derive(Debug, Clone)]
pub struct NewInteraction {
    /// The agent that answered.
    pub agent_id: AgentId,
    /// What was asked for.
    pub capability: String,
    /// The caller's name for a row of calls that belong together.
    pub session_id: Option<String>,
    /// What was put in.
    pub input: Value,
    /// What came out.
    pub output: Option<Value>,
    /// How it ended.
    pub outcome: Outcome,
    /// What went wrong, where something did.
    pub error_message: Option<String>,
    /// When it began; now, where nothing is said.
    pub started_at: Option<DateTime<Utc>>,
    /// How long it took.
    pub duration: Duration,
    /// The tokens that it took.
    pub tokens: Tokens,
    /// What it cost; in the agent's currency where only an amount is said.
    pub cost: Option<(Decimal, Option<Currency>)>,
}

impl<'s> Interactions<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// The interaction with this id.
    ///
    /// # Errors
    /// `auth.denied`, `interaction.not_found`.
    pub async fn get(&self, id: InteractionId) -> Result<Interaction> {
        let interaction = self.0.glance(Permission::InteractionsRead).await?.interactions().get(id).await?;
        interaction.ok_or_else(|| Error::new(Code::INTERACTION_NOT_FOUND).with("id", id))
    }

    /// The interactions that the filter wants, newest first.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn list(&self, filter: &InteractionFilter, page: &Page) -> Result<Listing<Interaction>> {
        self.0.glance_at(page, Permission::InteractionsRead).await?.interactions().list(filter, page).await
    }

    /// Numbers over the interactions that the query wants.
    ///
    /// # Errors
    /// `auth.denied`.
    pub async fn statistics(&self, query: &StatisticsQuery) -> Result<Statistics> {
        self.0.view(Permission::InteractionsRead).await?.interactions().statistics(query).await
    }

    /// Logs an interaction that happened elsewhere. It is durable when this returns.
    ///
    /// # Errors
    /// `auth.denied`, `agent.not_found`, `invalid`, `journal.full`, `store.unavailable`.
    pub async fn log(&self, new: NewInteraction) -> Result<Interaction> {
        self.0.allow(Permission::InteractionsWrite)?;
        check(&new)?;
        let sealer = self.0.sealer().await?;
        let place = self.0.hub().inner().journal.take_place()?;
        let interaction = self.interaction(new).await?;
        let changes = Changes::none()
            .with("agent_id", interaction.agent_id.to_string())
            .with("capability", interaction.capability.as_str())
            .with("cost", interaction.usage.cost.to_string());
        let note = Note::new("log", Entity::new("interaction", interaction.id), changes);
        let record = self.0.sealed_record(note, &sealer);
        let organization_id = self.0.organization_id();
        place.write(FinishedCall { organization_id, interaction: interaction.clone(), record }).await?;
        Ok(interaction)
    }

    async fn interaction(&self, new: NewInteraction) -> Result<Interaction> {
        let mut view = self.0.view(Permission::InteractionsWrite).await?;
        let agent = view.agents().get(new.agent_id).await?;
        let agent = agent.ok_or_else(|| Error::new(Code::AGENT_NOT_FOUND).with("id", new.agent_id))?;
        let limit = self.0.hub().inner().options.kept_bytes;
        let (amount, currency) = new.cost.unwrap_or_default();
        Ok(Interaction {
            id: InteractionId::new(),
            agent_id: agent.id,
            agent_version: agent.version_number,
            capability: new.capability,
            session_id: new.session_id,
            actor: self.0.caller().actor.clone(),
            input: kept(&new.input, limit),
            output: new.output.map(|output| kept(&output, limit)),
            outcome: new.outcome,
            error_code: None,
            error_message: new.error_message,
            started_at: new.started_at.unwrap_or_else(|| self.0.now()),
            duration_us: u64::try_from(new.duration.as_micros()).unwrap_or(u64::MAX),
            usage: Usage {
                tokens: new.tokens,
                cost: Money::new(amount, currency.unwrap_or(agent.definition.currency)),
            },
            routing: None,
        })
    }
}

fn check(new: &NewInteraction) -> Result<()> {
    let mut found = Violations::default();
    found.length("/capability", &new.capability, 1, 64);
    found.length("/session_id", new.session_id.as_deref().unwrap_or_default(), 0, 255);
    found.length("/error_message", new.error_message.as_deref().unwrap_or_default(), 0, 10_000);
    let texts = BTreeMap::from([
        ("/capability", Some(&new.capability)),
        ("/session_id", new.session_id.as_ref()),
        ("/error_message", new.error_message.as_ref()),
    ]);
    for (pointer, text) in texts {
        found.require(!text.is_some_and(|it| it.contains('\0')), || {
            Violation::new(pointer, Code::VALUE_BAD_FORMAT).saying("expected", Word::NO_NUL)
        });
    }
    let amount = new.cost.unwrap_or_default().0;
    let fits = amount >= Decimal::ZERO
        && amount <= Decimal::from(1_000_000_000u64)
        && amount.normalize().scale() <= 9;
    found.require(fits, || {
        Violation::new("/cost", Code::VALUE_OUT_OF_RANGE)
            .with("min", 0)
            .with("max", "1000000000, with 9 decimals")
    });
    found.into_result()
}
