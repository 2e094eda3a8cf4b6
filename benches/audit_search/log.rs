//! A log of many records like those of a year: mostly calls, some changes, some that went wrong.

use std::sync::Arc;
use std::time::{Duration, Instant};

use agenthub_benches::Failure;
use agenthub_core::agent::{AgentId, Definition, Tokens};
use agenthub_core::audit::{Actor, Changes, Entity, EntryId, Record, Request, Severity};
use agenthub_core::interaction::{Interaction, InteractionId, Kept, Outcome, Usage};
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::{FinishedCall, Store};
use agenthub_core::user::UserId;
use agenthub_core::{Caller, Hub, Session};
use agenthub_money::{Currency, Decimal, Money};
use agenthub_store::testing::TestDatabase;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};
use tokio::time::sleep;

/// How many records are written at a time.
const BATCH: u64 = 2_000;
/// How many people, agents and things take part.
const CAST: usize = 200;

/// A log that was written and indexed, and what is known to be in it.
pub struct Log {
    pub session: Session,
    pub written_in: Duration,
    pub indexed_in: Duration,
    pub actor: UserId,
    pub thing: AgentId,
    pub request: String,
    pub day: NaiveDate,
    pub week: (NaiveDate, NaiveDate),
    hub: Hub,
    store: Arc<dyn Store>,
}

impl Log {
    /// Writes so many records, and waits until the hub has indexed them.
    pub async fn write(database: &TestDatabase, records: u64) -> Result<Self, Failure> {
        let store: Arc<dyn Store> = Arc::new(database.store().await?);
        let hub = Hub::builder_on(Arc::clone(&store)).build();
        let organization = hub.create_organization("Acme").await?.id;
        let session = hub.enter(Caller::system(organization));
        let agent = session.agents().create(Definition::new("Echo", "analytics")).await?.id;
        let cast = Cast::new(organization, agent, records, hub.clock().now());
        let begun = Instant::now();
        for from in (0..records).step_by(usize::try_from(BATCH)?) {
            let calls: Vec<_> = (from..records.min(from + BATCH)).map(|number| cast.call(number)).collect();
            store.append(&calls).await?;
        }
        let written_in = begun.elapsed();
        indexed(&*store, records).await?;
        let day = cast.at(records / 2).date_naive();
        Ok(Self {
            session,
            written_in,
            indexed_in: begun.elapsed(),
            actor: cast.people[7],
            thing: cast.things[7],
            request: format!("request-{}", records / 2),
            day,
            week: (day, day + TimeDelta::days(7)),
            hub,
            store,
        })
    }

    /// The time now.
    pub fn now(&self) -> DateTime<Utc> {
        self.hub.clock().now()
    }

    /// The last records, as bare as the store can read them.
    pub async fn tail(&self, count: u32) -> Result<usize, Failure> {
        let mut view = self.store.view(self.session.caller().organization).await?;
        let end = view.audit().extent().await?.end;
        Ok(view.audit().range(end.saturating_sub(count.into()), count).await?.len())
    }
}

async fn indexed(store: &dyn Store, records: u64) -> Result<(), Failure> {
    loop {
        let progress = store.overview().await?.audit_trees().progress(None, 1).await?;
        if progress.iter().any(|it| it.index >= records) {
            return Ok(());
        }
        sleep(Duration::from_millis(100)).await;
    }
}

/// Who takes part, and when.
struct Cast {
    organization: OrganizationId,
    agent: AgentId,
    people: Vec<UserId>,
    things: Vec<AgentId>,
    begun: DateTime<Utc>,
    pace: TimeDelta,
}

impl Cast {
    fn new(organization: OrganizationId, agent: AgentId, records: u64, now: DateTime<Utc>) -> Self {
        let year = TimeDelta::days(365);
        Self {
            organization,
            agent,
            people: (0..CAST).map(|_| UserId::new()).collect(),
            things: (0..CAST).map(|_| AgentId::new()).collect(),
            begun: now - year,
            pace: year / i32::try_from(records).unwrap_or(i32::MAX),
        }
    }

    /// When a record happened: all are spread over a year.
    fn at(&self, number: u64) -> DateTime<Utc> {
        self.begun + self.pace * i32::try_from(number).unwrap_or(i32::MAX)
    }

    fn call(&self, number: u64) -> FinishedCall {
        let id = InteractionId::new();
        let record = self.record(number, id);
        let interaction = Interaction {
            id,
            agent_id: self.agent,
            agent_version: 1,
            capability: "echo".to_owned(),
            session_id: None,
            actor: record.actor.clone(),
            input: Kept::Whole(Value::Null),
            output: None,
            outcome: record.outcome,
            error_code: record.error_code.clone(),
            error_message: None,
            started_at: record.at,
            duration_us: 1500,
            usage: Usage { tokens: Tokens::default(), cost: Money::new(Decimal::ZERO, Currency::USD) },
            routing: None,
        };
        FinishedCall { organization_id: self.organization, interaction, record }
    }

    fn record(&self, number: u64, interaction: InteractionId) -> Record {
        // Scattered, and the same in each run.
        let dice = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
        let (person, thing) = (self.people[dice as usize % CAST], self.things[(dice >> 9) as usize % CAST]);
        let (action, entity, changes) = match dice % 100 {
            0 => ("delete", Entity::new("agent", thing), Changes::none().with("status", "deleted")),
            1..10 => ("update", Entity::new("agent", thing), price(dice >> 7)),
            10..15 => ("create", Entity::new("agent", thing), Changes::none().with("name", word(dice >> 7))),
            _ => (
                "invoke",
                Entity::new("interaction", interaction),
                Changes::none().with("capability", "echo"),
            ),
        };
        let (outcome, error, severity) = match (dice >> 5) % 50 {
            0 => (Outcome::Failure, Some("invocation.timeout"), Severity::Warning),
            1 => (Outcome::Failure, Some("auth.denied"), Severity::Critical),
            _ => (Outcome::Success, None, Severity::Info),
        };
        Record {
            id: EntryId::new(),
            at: self.at(number),
            actor: if dice.is_multiple_of(3) { Actor::AiAgent(thing) } else { Actor::Human(person) },
            triggered_by_automation: dice.is_multiple_of(10),
            action: action.to_owned(),
            entity,
            changes,
            request: Request {
                id: Some(format!("request-{number}")),
                ip: Some("192.0.2.7".to_owned()),
                user_agent: Some("curl/8.14".to_owned()),
                path: Some("POST /api/v1/agents".to_owned()),
            },
            severity,
            compliance_tags: if dice.is_multiple_of(20) { vec!["gdpr".to_owned()] } else { vec![] },
            outcome,
            error_code: error.map(str::to_owned),
        }
    }
}

fn price(dice: u64) -> Changes {
    Changes::none().with("price", json!(dice % 1000))
}

fn word(dice: u64) -> &'static str {
    ["zebra", "heron", "otter", "raven", "gecko"][dice as usize % 5]
}
