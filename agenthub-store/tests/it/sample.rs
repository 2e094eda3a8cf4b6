//! Things to put into a store.

use agenthub_core::Result;
use agenthub_core::agent::{Agent, AgentId, Definition, Status, Tokens};
use agenthub_core::audit::{Actor, Changes, Entity, EntryId, Record, Request, Severity};
use agenthub_core::interaction::{Interaction, InteractionId, Kept, Outcome, Usage};
use agenthub_core::localization::Preference;
use agenthub_core::organization::{Organization, OrganizationId};
use agenthub_core::store::{FinishedCall, Store};
use agenthub_money::{Currency, Decimal, Money};
use chrono::{DateTime, Utc};
use serde_json::json;

pub(crate) const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

/// An organization with an agent, in the store.
pub(crate) async fn organization_with_agent(store: &dyn Store) -> Result<(OrganizationId, AgentId)> {
    let organization = Organization {
        id: OrganizationId::new(),
        name: "Acme".to_owned(),
        preference: Preference::default(),
        created_at: NOW,
        updated_at: NOW,
    };
    let mut platform = store.platform().await?;
    platform.organizations().add(&organization).await?;
    let agent = agent("Greeter");
    platform.within(organization.id).await?.agents().add(&agent).await?;
    platform.commit().await?;
    Ok((organization.id, agent.id))
}

pub(crate) fn agent(name: &str) -> Agent {
    Agent {
        id: AgentId::new(),
        version_number: 1,
        status: Status::Active,
        definition: Definition::new(name, "custom"),
        created_at: NOW,
        created_by: Actor::System,
        updated_at: NOW,
        updated_by: Actor::System,
        deleted_at: None,
    }
}

pub(crate) fn call(organization_id: OrganizationId, agent_id: AgentId) -> FinishedCall {
    let id = InteractionId::new();
    let interaction = Interaction {
        id,
        agent_id,
        agent_version: 1,
        capability: "greet".to_owned(),
        session_id: Some("s-1".to_owned()),
        actor: Actor::System,
        input: Kept::Whole(json!({ "name": "Ann", "words": "x".repeat(200) })),
        output: Some(Kept::Whole(json!({ "text": "Hello, Ann!" }))),
        outcome: Outcome::Success,
        error_code: None,
        error_message: None,
        started_at: NOW,
        duration_us: 1500,
        usage: Usage {
            tokens: Tokens { input: 10, output: 20 },
            cost: Money::new(Decimal::new(125, 4), Currency::USD),
        },
        routing: None,
    };
    let record = Record {
        changes: Changes::none().with("capability", "greet"),
        ..record(NOW, "invoke", Entity::new("interaction", id))
    };
    FinishedCall { organization_id, interaction, record }
}

pub(crate) fn record(at: DateTime<Utc>, action: &str, entity: Entity) -> Record {
    Record {
        id: EntryId::new(),
        at,
        actor: Actor::System,
        triggered_by_automation: false,
        action: action.to_owned(),
        entity,
        changes: Changes::none(),
        request: Request::default(),
        severity: Severity::Info,
        compliance_tags: vec![],
        outcome: Outcome::Success,
        error_code: None,
    }
}

pub(crate) fn calls(organization: OrganizationId, agent: AgentId, count: usize) -> Vec<FinishedCall> {
    (0..count).map(|_| call(organization, agent)).collect()
}
