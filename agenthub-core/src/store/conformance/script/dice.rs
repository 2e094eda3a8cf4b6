//! What a script draws: ids from small pools, so that they meet again, and things with few different values.

use agenthub_money::{Currency, Decimal, Money};
use chrono::{DateTime, Utc};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::sample::{
    hash, moment, new_agent, new_api_key, new_call, new_invitation, new_login, new_message_override,
    new_record, new_subject_key, new_user, odd_documents,
};
use crate::access::Role;
use crate::agent::{Agent, AgentId, Capability, Status, Tokens};
use crate::api_key::ApiKey;
use crate::audit::{Actor, Changes, Record, Severity};
use crate::id::Id;
use crate::idempotency::Reservation;
use crate::interaction::{Interaction, InteractionId, Kept, Outcome, Usage};
use crate::localization::Preference;
use crate::message_override::MessageOverride;
use crate::organization::{Invitation, Member, OrganizationId};
use crate::page::Page;
use crate::store::FinishedCall;
use crate::subject_key::SubjectKey;
use crate::user::{Login, User, UserId};

const TEXTS: [&str; 8] = ["", "a", "B", "b", "Ä%", "ä_x", "straße 日本", "O'B \"q\" \\"];

/// How many ids there are of a kind.
const POOL: u32 = 8;

/// How many organizations, users, and agents in the first two organizations, there are at the beginning.
pub(super) const ORGANIZATIONS: u32 = 5;
pub(super) const USERS: u32 = 5;
pub(super) const AGENTS: u32 = 3;

/// The id in this place of its pool.
pub(super) fn id<T>(place: u32) -> Id<T> {
    // Spread, so that the order of ids is not that of places.
    let spread = place.wrapping_mul(0x9e37_79b9).rotate_left(7);
    Id::from_uuid(Uuid::from_u64_pair(u64::from(spread) << 32, u64::from(place)))
}

/// Every id of a kind.
pub(super) fn ids<T>() -> impl Iterator<Item = Id<T>> {
    (0..POOL).map(id)
}

/// The organizations of a script; the last ones never exist.
pub(super) fn organizations() -> impl Iterator<Item = OrganizationId> {
    ids()
}

/// Draws from a seed.
pub(in crate::store::conformance) struct Dice {
    random: StdRng,
    /// Rises with each call and record, most of which need an id of their own.
    fresh: u32,
    /// Documents that a store is tempted to mend, but for the long ones.
    documents: Vec<Value>,
}

impl Dice {
    pub(in crate::store::conformance) fn new(seed: u64) -> Self {
        let mut documents = odd_documents();
        documents.retain(|document| document.to_string().len() < 1_000);
        Self { random: StdRng::seed_from_u64(seed), fresh: POOL, documents }
    }

    pub(super) fn below(&mut self, end: u32) -> u32 {
        self.random.random_range(0..end)
    }

    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    pub(super) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u32) as usize].clone()
    }

    pub(super) fn maybe<T>(&mut self, draw: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.chance(40) { Some(draw(self)) } else { None }
    }

    pub(super) fn id<T>(&mut self) -> Id<T> {
        id(self.below(POOL))
    }

    /// An id that is new, but for one in fifty.
    fn fresh_id<T>(&mut self) -> Id<T> {
        self.fresh += 1;
        if self.chance(2) { self.id() } else { id(self.fresh) }
    }

    /// Mostly one of the first two.
    pub(super) fn organization(&mut self) -> OrganizationId {
        self.id_below(2)
    }

    /// Mostly one of the first ids.
    fn id_below<T>(&mut self, end: u32) -> Id<T> {
        let pool = if self.chance(90) { end } else { POOL };
        id(self.below(pool))
    }

    pub(super) fn text(&mut self) -> String {
        self.pick(&TEXTS).to_owned()
    }

    pub(super) fn moment(&mut self) -> DateTime<Utc> {
        let micros = i64::from(self.below(12)) - 3;
        moment(micros)
    }

    pub(in crate::store::conformance) fn page(&mut self) -> Page {
        let (skip, limit) = (self.below(8).saturating_sub(5), self.below(7));
        Page { after: None, skip, limit, count: self.chance(50) }
    }

    /// The hash of this id, or now and then of another.
    fn hash<T>(&mut self, of: Id<T>) -> [u8; 32] {
        if self.chance(80) { hash(of) } else { hash(self.id::<T>()) }
    }

    /// A document, sometimes an odd one.
    fn document(&mut self) -> Value {
        if self.chance(70) {
            return json!({ "text": self.text() });
        }
        let place = self.below(self.documents.len() as u32);
        self.documents[place as usize].clone()
    }

    fn actor(&mut self) -> Actor {
        match self.below(5) {
            0 => Actor::Human(self.id()),
            1 => Actor::ApiKey(self.id()),
            2 => Actor::AiAgent(self.id()),
            3 => Actor::Automation(self.text()),
            _ => Actor::System,
        }
    }

    pub(super) fn agent(&mut self) -> Agent {
        let mut agent = new_agent(&self.text());
        agent.id = self.id();
        agent.version_number = 1 + self.below(2);
        self.vary_agent(&mut agent);
        agent
    }

    pub(super) fn vary_agent(&mut self, agent: &mut Agent) {
        agent.status = self.pick(&Status::ALL[..3]);
        agent.created_at = self.moment();
        agent.updated_at = self.moment();
        agent.updated_by = self.actor();
        agent.deleted_at = if self.chance(15) { Some(self.moment()) } else { None };
        let definition = &mut agent.definition;
        definition.name = self.text();
        definition.description = self.text();
        definition.agent_type = self.pick(&["custom", "chatbot"]).to_owned();
        definition.business_domain = self.text();
        definition.owner = self.text();
        definition.base_price = self.maybe(|dice| Decimal::new(dice.below(9).into(), 9));
        definition.config.insert(self.text(), self.document());
        definition.capabilities.insert(self.text(), Capability::switched(self.chance(70)));
    }

    pub(super) fn api_key(&mut self) -> ApiKey {
        let id = self.id();
        ApiKey {
            id,
            token_hash: self.hash(id),
            created_at: self.moment(),
            revoked_at: self.maybe(Self::moment),
            created_by: self.maybe(Self::id),
            ..new_api_key(&self.text())
        }
    }

    pub(super) fn invitation(&mut self, organization: OrganizationId) -> Invitation {
        let organization = if self.chance(95) { organization } else { self.organization() };
        let id = self.id();
        Invitation {
            id,
            token_hash: self.hash(id),
            created_at: self.moment(),
            accepted_at: self.maybe(Self::moment),
            role: self.pick(&Role::ALL),
            ..new_invitation(organization, &self.text())
        }
    }

    pub(super) fn reservation(&mut self) -> Reservation {
        Reservation {
            name: hash(self.id::<Reservation>()),
            request: [7; 32],
            // Few, so that one who asks often is the holder.
            holder: self.id_below(2),
            held_until: self.moment(),
            expires_at: self.moment(),
            answer: self.maybe(|dice| dice.text().into_bytes()),
        }
    }

    pub(super) fn preference(&mut self) -> Preference {
        Preference { language: self.maybe(Self::text), time_zone: self.maybe(Self::text) }
    }

    pub(super) fn message_override(&mut self) -> MessageOverride {
        let (language, key) = (self.pick(&["de", "pt", "pt-BR"]), self.text());
        MessageOverride { updated_at: self.moment(), ..new_message_override(language, &key, &self.text()) }
    }

    pub(super) fn subject_key(&mut self) -> SubjectKey {
        SubjectKey { id: self.id(), created_at: self.moment(), ..new_subject_key(self.id_below(2)) }
    }

    pub(super) fn member(&mut self) -> Member {
        Member {
            user_id: self.user_id(),
            role: self.pick(&Role::ALL),
            created_at: self.moment(),
            updated_at: self.moment(),
        }
    }

    pub(super) fn user(&mut self) -> User {
        User {
            id: self.id(),
            full_name: self.maybe(Self::text),
            is_active: self.chance(80),
            preference: self.preference(),
            ..new_user(&self.email())
        }
    }

    pub(super) fn email(&mut self) -> String {
        format!("{}@example.com", self.below(POOL))
    }

    pub(super) fn login(&mut self) -> Login {
        let user = User { id: self.user_id(), ..new_user("") };
        Login {
            id: self.id(),
            expires_at: self.moment(),
            revoked_at: self.maybe(Self::moment),
            ..new_login(&user, self.organization())
        }
    }

    pub(in crate::store::conformance) fn record(&mut self) -> Record {
        Record {
            id: self.fresh_id(),
            at: self.moment(),
            actor: self.actor(),
            triggered_by_automation: self.chance(30),
            changes: Changes::none().with(self.text(), json!([self.document()])),
            severity: self.pick(&Severity::ALL),
            compliance_tags: (0..self.below(3)).map(|_| self.text()).collect(),
            outcome: self.pick(&Outcome::ALL),
            error_code: self.maybe(Self::text),
            ..new_record(&self.text())
        }
    }

    /// Calls of which most are good.
    pub(super) fn calls(&mut self) -> Vec<FinishedCall> {
        (0..self.below(6)).map(|_| self.call()).collect()
    }

    fn call(&mut self) -> FinishedCall {
        let (organization, agent): (_, AgentId) = (self.organization(), self.id_below(AGENTS));
        let mut call = new_call(organization, agent);
        let id: InteractionId = self.fresh_id();
        call.record = self.record();
        call.interaction = Interaction {
            id,
            capability: self.text(),
            session_id: self.maybe(Self::text),
            actor: self.actor(),
            input: Kept::Whole(self.document()),
            output: self.maybe(|dice| Kept::Whole(dice.document())),
            outcome: self.pick(&Outcome::ALL),
            started_at: self.moment(),
            duration_us: self.below(5_000).into(),
            usage: self.usage(),
            ..call.interaction
        };
        call
    }

    fn usage(&mut self) -> Usage {
        let currency = Currency::from_code(self.pick(&["USD", "EUR", "JPY"])).unwrap_or(Currency::USD);
        let amount = Decimal::new(i64::from(self.below(u32::MAX)) * 1_000_003, 9);
        let tokens = Tokens { input: self.below(1_000).into(), output: self.below(1_000).into() };
        Usage { tokens, cost: Money::new(amount, currency) }
    }

    /// Mostly that of a user who exists.
    pub(super) fn user_id(&mut self) -> UserId {
        self.id_below(USERS)
    }
}
