//! Things to put into a store, and short ways to put them in and read them back.

use agenthub_money::{Currency, Decimal, Money};
use chrono::{DateTime, TimeDelta, Utc};
use secrecy::ExposeSecret;
use serde_json::{Value, json};

use crate::access::Role;
use crate::agent::{Agent, AgentId, Definition, Status, Tokens};
use crate::api_key::{ApiKey, ApiKeyId};
use crate::audit::{Actor, Changes, Entity, EntryId, Record, Request, Severity};
use crate::error::{Code, Error, Result};
use crate::interaction::{Interaction, InteractionId, Kept, Outcome, Usage};
use crate::localization::Preference;
use crate::message_override::MessageOverride;
use crate::organization::{Invitation, InvitationId, Member, Organization, OrganizationId};
use crate::store::{FinishedCall, Store};
use crate::subject_key::{SubjectId, SubjectKey, SubjectKeyId};
use crate::user::{Login, LoginId, User, UserId};

/// A moment, so many microseconds after a fixed one.
pub(super) fn moment(micros: i64) -> DateTime<Utc> {
    const START_OF_2026: i64 = 1_767_225_600_000_000;
    DateTime::UNIX_EPOCH + TimeDelta::microseconds(START_OF_2026 + micros)
}

/// The amount that this text writes.
pub(super) fn decimal(text: &str) -> Result<Decimal> {
    Decimal::from_str_exact(text).map_err(|error| Error::internal(error.to_string()))
}

/// An amount in a currency; in US dollars where the currency is unknown.
pub(super) fn money(amount: &str, currency: &str) -> Result<Money> {
    Ok(Money::new(decimal(amount)?, Currency::from_code(currency).unwrap_or(Currency::USD)))
}

/// Documents that a store is tempted to mend: each must come back as it was written, number by number.
pub(super) fn odd_documents() -> Vec<Value> {
    let texts =
        ["", " ", "\u{0}", "a\u{0}b", "\u{1}\t\r\n\u{7f}\u{feff}", "\u{fffd}\u{10ffff}", "\\u0000", "'; --"];
    let numbers = [0.0, -0.0, 1.0, -1.5, 0.1, 1e16, 1e300, f64::MAX, f64::MIN_POSITIVE, 5e-324, 1.0 / 3.0];
    let deep = (0..60).fold(json!([]), |inner, _| json!([inner]));
    let mut documents = vec![json!(null), json!(true), json!({}), json!([]), deep];
    documents.extend(texts.map(Value::from));
    documents.extend(texts.map(|text| json!({ text: { "name": text } })));
    documents.extend(numbers.map(|number| json!(number)));
    documents.extend([i64::MIN, -1, 0, 1 << 53, (1 << 53) + 1, i64::MAX].map(|number| json!(number)));
    documents.extend([json!(u64::MAX), json!({ "b": 1, "a": 2, "": 3 }), json!("x".repeat(300_000))]);
    documents
}

/// 32 bytes that differ for each id.
pub(super) fn hash<T>(of: crate::Id<T>) -> [u8; 32] {
    let mut hash = [0xa5; 32];
    hash[..16].copy_from_slice(of.uuid().as_bytes());
    hash
}

/// The code of the error, where there is one.
pub(super) fn code<T>(result: Result<T>) -> Option<Code> {
    result.err().map(|error| error.code())
}

pub(super) fn new_organization(name: &str) -> Organization {
    Organization {
        id: OrganizationId::new(),
        name: name.to_owned(),
        preference: Preference::default(),
        created_at: moment(0),
        updated_at: moment(0),
    }
}

pub(super) fn new_user(email: &str) -> User {
    User {
        id: UserId::new(),
        email: email.to_owned(),
        full_name: None,
        password_hash: "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA".into(),
        is_active: true,
        is_superuser: false,
        preference: Preference::default(),
        created_at: moment(0),
        updated_at: moment(0),
    }
}

pub(super) fn new_agent(name: &str) -> Agent {
    Agent {
        id: AgentId::new(),
        version_number: 1,
        status: Status::Active,
        definition: Definition::new(name, "custom"),
        created_at: moment(0),
        created_by: Actor::System,
        updated_at: moment(0),
        updated_by: Actor::System,
        deleted_at: None,
    }
}

/// The agent's next version, as it comes from the same state.
pub(super) fn next_version(agent: &Agent) -> Agent {
    let mut next = agent.clone();
    next.version_number += 1;
    next.updated_at += TimeDelta::seconds(1);
    next
}

pub(super) fn new_api_key(name: &str) -> ApiKey {
    let id = ApiKeyId::new();
    ApiKey {
        id,
        name: name.to_owned(),
        prefix: "ah_1234".to_owned(),
        token_hash: hash(id),
        scopes: Vec::new(),
        created_by: None,
        created_at: moment(0),
        expires_at: None,
        last_used_at: None,
        revoked_at: None,
    }
}

pub(super) fn new_message_override(language: &str, key: &str, text: &str) -> MessageOverride {
    MessageOverride {
        language: language.to_owned(),
        key: key.to_owned(),
        text: text.to_owned(),
        created_at: moment(0),
        updated_at: moment(0),
    }
}

pub(super) fn new_subject_key(subject: SubjectId) -> SubjectKey {
    SubjectKey {
        id: SubjectKeyId::new(),
        subject,
        wrapped: Some(vec![7; 72]),
        created_at: moment(0),
        erased_at: None,
    }
}

/// Somebody who wants to be spoken to in French of Switzerland.
pub(super) fn french() -> Preference {
    Preference { language: Some("fr-CH".to_owned()), time_zone: Some("Europe/Zurich".to_owned()) }
}

pub(super) fn new_member(user: &User, role: Role) -> Member {
    Member { user_id: user.id, role, created_at: moment(0), updated_at: moment(0) }
}

pub(super) fn new_invitation(organization: OrganizationId, email: &str) -> Invitation {
    let id = InvitationId::new();
    Invitation {
        id,
        organization_id: organization,
        email: email.to_owned(),
        role: Role::Viewer,
        token_hash: hash(id),
        invited_by: None,
        created_at: moment(0),
        expires_at: moment(1_000_000),
        accepted_at: None,
    }
}

pub(super) fn new_login(user: &User, organization: OrganizationId) -> Login {
    let id = LoginId::new();
    Login {
        id,
        user_id: user.id,
        organization_id: organization,
        token_hash: hash(id),
        created_at: moment(0),
        refreshed_at: moment(0),
        expires_at: moment(1_000_000),
        revoked_at: None,
    }
}

pub(crate) fn new_record(action: &str) -> Record {
    Record {
        id: EntryId::new(),
        at: moment(0),
        actor: Actor::System,
        triggered_by_automation: false,
        action: action.to_owned(),
        entity: Entity::new("agent", "7"),
        changes: Changes::none(),
        request: Request::default(),
        severity: Severity::Info,
        compliance_tags: Vec::new(),
        outcome: Outcome::Success,
        error_code: None,
    }
}

pub(super) fn new_call(organization: OrganizationId, agent: AgentId) -> FinishedCall {
    FinishedCall {
        organization_id: organization,
        interaction: Interaction {
            id: InteractionId::new(),
            agent_id: agent,
            agent_version: 1,
            capability: "greet".to_owned(),
            session_id: None,
            actor: Actor::System,
            input: Kept::Whole(json!({ "name": "Ada" })),
            output: Some(Kept::Whole(json!("Hello, Ada!"))),
            outcome: Outcome::Success,
            error_code: None,
            error_message: None,
            started_at: moment(0),
            duration_us: 1_000,
            usage: Usage { tokens: Tokens::default(), cost: Money::new(Decimal::ZERO, Currency::USD) },
            routing: None,
        },
        record: new_record("invoke"),
    }
}

/// Puts a new organization in.
pub(crate) async fn add_organization(store: &dyn Store) -> Result<OrganizationId> {
    let organization = new_organization("Analytical Engines");
    let mut platform = store.platform().await?;
    platform.organizations().add(&organization).await?;
    platform.commit().await?;
    Ok(organization.id)
}

/// Puts a new user in.
pub(super) async fn add_user(store: &dyn Store, email: &str) -> Result<User> {
    let user = new_user(email);
    let mut platform = store.platform().await?;
    platform.users().add(&user).await?;
    platform.commit().await?;
    Ok(user)
}

/// Puts agents in.
pub(super) async fn add_agents(
    store: &dyn Store,
    organization: OrganizationId,
    agents: &[Agent],
) -> Result<()> {
    let mut work = store.work(organization).await?;
    for agent in agents {
        work.agents().add(agent).await?;
    }
    work.commit().await
}

/// Puts a new organization with one agent in.
pub(super) async fn add_organization_with_agent(store: &dyn Store) -> Result<(OrganizationId, AgentId)> {
    let (organization, agent) = (add_organization(store).await?, new_agent("Greeter"));
    add_agents(store, organization, std::slice::from_ref(&agent)).await?;
    Ok((organization, agent.id))
}

pub(super) async fn get_agent(
    store: &dyn Store,
    organization: OrganizationId,
    id: AgentId,
) -> Result<Option<Agent>> {
    store.view(organization).await?.agents().get(id).await
}

pub(super) async fn get_user(store: &dyn Store, id: UserId) -> Result<Option<User>> {
    store.overview().await?.users().get(id).await
}

/// Everything of a user that a store keeps, as it can be compared.
pub(super) fn all_of(user: &User) -> impl PartialEq + std::fmt::Debug + use<> {
    (
        (user.id, user.email.clone(), user.full_name.clone(), user.password_hash.expose_secret().to_owned()),
        (user.is_active, user.is_superuser),
        (user.preference.clone(), user.created_at, user.updated_at),
    )
}
