//! What the floors know of a call: the agent that answers it, and the rows that it leaves.

use std::sync::Arc;

use agenthub_core::agent::{Agent, AiAgent, Call, Description, Output};
use agenthub_core::audit::{Actor, Changes, Entity, Record, Request, Severity};
use agenthub_core::interaction::{Interaction, Kept, Outcome, Usage};
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::FinishedCall;
use agenthub_core::{Id, Result, async_trait};
use agenthub_money::{Currency, Decimal, Money};
use chrono::{DateTime, Utc};
use serde_json::Value;
use tokio_util::sync::CancellationToken;

/// A call to an agent, without anything around it.
pub fn call(agent: &Arc<Agent>, organization: OrganizationId, capability: &str, input: Value) -> Call {
    Call {
        capability: Arc::from(capability),
        input: Arc::new(input),
        agent: Arc::clone(agent),
        organization,
        interaction: Id::new(),
        deadline: DateTime::UNIX_EPOCH,
        cancelled: CancellationToken::new(),
    }
}

/// The rows of a call that went well.
pub fn finished(call: &Call, actor: Actor, now: DateTime<Utc>, output: &Output) -> FinishedCall {
    let interaction = Interaction {
        id: call.interaction,
        agent_id: call.agent.id,
        agent_version: 1,
        capability: call.capability.to_string(),
        session_id: None,
        actor: actor.clone(),
        input: Kept::Whole(Value::clone(&call.input)),
        output: Some(Kept::Whole(output.value.clone())),
        outcome: Outcome::Success,
        error_code: None,
        error_message: None,
        started_at: now,
        duration_us: 1,
        usage: Usage { tokens: output.tokens, cost: Money::new(Decimal::ZERO, Currency::USD) },
        routing: None,
    };
    let record = Record {
        id: Id::new(),
        at: now,
        actor,
        triggered_by_automation: false,
        action: "invoke".to_owned(),
        entity: Entity::new("interaction", call.interaction),
        changes: Changes::none()
            .with("agent_id", call.agent.id.to_string())
            .with("capability", call.capability.as_ref()),
        request: Request::default(),
        severity: Severity::Info,
        compliance_tags: Vec::new(),
        outcome: Outcome::Success,
        error_code: None,
    };
    FinishedCall { organization_id: call.organization, interaction, record }
}

/// The agent behind everything that is measured.
pub struct Echo;

#[async_trait]
impl AiAgent for Echo {
    fn describe(&self) -> Description {
        Description::new("Says it again").capability("echo", "Says it again")
    }
    async fn invoke(&self, call: Call) -> Result<Output> {
        Ok(Value::clone(&call.input).into())
    }
}
