//! Something of everything, and a hand on every door.

mod persons;

use std::sync::atomic::{AtomicUsize, Ordering};

use agenthub_core::access::Permission;
use agenthub_core::agent::{Definition, Status};
use agenthub_core::api_key::{ApiKeyId, NewApiKey};
use agenthub_core::audit::export::{ExportRequest, ExportStatus};
use agenthub_core::audit::view::{AuditViewId, NewAuditView};
use agenthub_core::audit::{Actor, Entity, HeadSigner, NewRecord, Person, Request};
use agenthub_core::exchange_rate::NewExchangeRate;
use agenthub_core::interaction::{NewInteraction, Outcome};
use agenthub_core::invocation::{Event, Invocation};
use agenthub_core::legal_hold::NewLegalHold;
use agenthub_core::message_override::NewMessageOverride;
use agenthub_core::organization::{OrganizationId, OrganizationUpdate};
use agenthub_core::store::memory::Memory;
use agenthub_core::subject_key::MasterKey;
use agenthub_core::user::UserId;
use agenthub_core::{AgentId, Caller, Hub, HubOptions, Result, Role, Session};
use agenthub_money::Currency;
use futures_util::StreamExt as _;
use serde_json::json;

use crate::identity::eventually;
use crate::support::{Echo, hello, new_record};

const ECB: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject>
<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
<Cube><Cube time="2026-11-20"><Cube currency="USD" rate="1.0842"/></Cube></Cube>
</gesmes:Envelope>"#;

/// An organization, where everything is made as it is needed.
pub(super) struct Stage {
    pub(super) hub: Hub,
    pub(super) organization: OrganizationId,
    persons: AtomicUsize,
}

pub(super) fn request(door: &str) -> Request {
    Request { id: Some(door.to_owned()), ..Request::default() }
}

impl Stage {
    pub(super) async fn new() -> Self {
        let options = HubOptions { refusals_per_minute: 10_000, ..HubOptions::default() };
        let signer = HeadSigner::new("hub.example.org", &[1; 32]).unwrap();
        let hub = Hub::builder(Memory::new()).options(options).runtime("echo", Echo).head_signer(signer);
        let hub = hub.master_key(MasterKey::new(&[2; 32])).build();
        let organization = hub.create_organization("Acme").await.unwrap().id;
        Self { hub, organization, persons: AtomicUsize::new(0) }
    }

    /// Who sets the stage.
    fn system(&self) -> Session {
        self.hub.enter(Caller::system(self.organization))
    }

    /// Goes through a door once; gives the organization whose log tells of it.
    pub(super) async fn open(&self, door: &str, session: &Session) -> Result<OrganizationId> {
        let (place, method) = door.split_once("::").unwrap();
        match place {
            "Agents" => self.agents(method, session).await?,
            "ApiKeys" => self.api_keys(method, session).await?,
            "AuditExports" => self.audit_exports(method, session).await?,
            "AuditLog" => self.audit(method, session).await?,
            "AuditViews" => self.audit_views(method, session).await?,
            "ExchangeRates" => self.exchange_rates(method, session).await?,
            "Interactions" => self.interactions(method, session).await?,
            "Invitations" => self.invitations(method, session).await?,
            "LegalHolds" => self.legal_holds(method, session).await?,
            "Members" => self.members(method, session).await?,
            "MessageOverrides" => self.message_overrides(method, session).await?,
            "OrganizationDesk" => self.desk(method, session).await?,
            "RetentionDesk" => self.retention(method, session).await?,
            "Session" => self.calls(method, session).await?,
            "Hub" | "Identity" => return self.persons(method, request(door)).await,
            other => panic!("where is {other}?"),
        }
        Ok(self.organization)
    }

    async fn agent(&self) -> AgentId {
        self.system().agents().create(Definition::new("Echo", "echo")).await.unwrap().id
    }

    async fn agents(&self, method: &str, session: &Session) -> Result<()> {
        let (id, agents, next) = (self.agent().await, session.agents(), Definition::new("Next", "echo"));
        match method {
            "create" => drop(agents.create(next).await?),
            "update" => drop(agents.update(id, next, None).await?),
            "set_status" => drop(agents.set_status(id, Status::Paused, None).await?),
            "delete" => agents.delete(id, None).await?,
            "restore" => {
                self.system().agents().delete(id, None).await?;
                agents.restore(id).await?;
            }
            "restore_version" => {
                self.system().agents().update(id, next, None).await?;
                agents.restore_version(id, 1, None).await?;
            }
            other => panic!("what is {other}?"),
        }
        Ok(())
    }

    async fn api_keys(&self, method: &str, session: &Session) -> Result<()> {
        let new = || NewApiKey { name: "ci".into(), scopes: vec![Permission::AgentsRead], expires_at: None };
        let id: ApiKeyId = self.system().api_keys().create(new()).await?.0.id;
        match method {
            "create" => session.api_keys().create(new()).await.map(drop),
            "revoke" => session.api_keys().revoke(id).await.map(drop),
            "rotate" => session.api_keys().rotate(id).await.map(drop),
            other => panic!("what is {other}?"),
        }
    }

    async fn audit(&self, method: &str, session: &Session) -> Result<()> {
        match method {
            "add" => session.audit().add(record()).await.map(drop),
            "erase" => {
                let user = UserId::new();
                let request = Request { ip: Some("192.0.2.7".to_owned()), ..Request::default() };
                let person = Caller { actor: Actor::Human(user), ..Caller::system(self.organization) };
                self.hub.enter(person.with_request(request)).audit().add(record()).await?;
                session.audit().erase(&Person::User(user)).await.map(drop)
            }
            "sign_head" => session.audit().sign_head().await.map(drop),
            other => panic!("what is {other}?"),
        }
    }

    async fn audit_exports(&self, method: &str, session: &Session) -> Result<()> {
        let system = self.system();
        let request: ExportRequest = serde_json::from_value(json!({ "format": "jsonl" })).unwrap();
        if method == "request" {
            return session.audit_exports().request(request).await.map(drop);
        }
        let id = system.audit_exports().request(request).await?.id;
        let status = async || system.audit_exports().get(id).await.unwrap().state.status;
        eventually(async || status().await == ExportStatus::Done).await;
        match method {
            "download" => session.audit_exports().download(id, 0..1).await.map(drop),
            "remove" => session.audit_exports().remove(id).await,
            other => panic!("what is {other}?"),
        }
    }

    async fn legal_holds(&self, method: &str, session: &Session) -> Result<()> {
        let new = || NewLegalHold { name: "Acme ./. Initech".to_owned(), reason: "a letter".to_owned() };
        let system = self.system();
        match method {
            // Lifted again, or what is to be erased later would be held.
            "place" => {
                let placed = session.legal_holds().place(new()).await?;
                system.legal_holds().lift(placed.id).await.map(drop)
            }
            "lift" => {
                let placed = system.legal_holds().place(new()).await?;
                let lifted = session.legal_holds().lift(placed.id).await.map(drop);
                drop(system.legal_holds().lift(placed.id).await);
                lifted
            }
            other => panic!("what is {other}?"),
        }
    }

    async fn retention(&self, method: &str, session: &Session) -> Result<()> {
        match method {
            "set" => session.audit_retention().set(30).await.map(drop),
            "remove" => {
                self.system().audit_retention().set(30).await?;
                session.audit_retention().remove().await
            }
            other => panic!("what is {other}?"),
        }
    }

    async fn audit_views(&self, method: &str, session: &Session) -> Result<()> {
        let new =
            |name: &str| NewAuditView { name: name.to_owned(), shared: true, ..NewAuditView::default() };
        let id: AuditViewId = self.system().audit_views().create(new("View")).await?.id;
        match method {
            "create" => session.audit_views().create(new("Another")).await.map(drop),
            "update" => session.audit_views().update(id, new("Next")).await.map(drop),
            "remove" => session.audit_views().remove(id).await,
            other => panic!("what is {other}?"),
        }
    }

    async fn exchange_rates(&self, method: &str, session: &Session) -> Result<()> {
        let new = NewExchangeRate {
            base: Currency::EUR,
            quote: Currency::USD,
            rate: "1.1".parse().unwrap(),
            source: "desk".to_owned(),
            effective_at: None,
        };
        match method {
            "set" => session.exchange_rates().set(new).await.map(drop),
            "import_ecb" => session.exchange_rates().import_ecb(ECB).await.map(drop),
            other => panic!("what is {other}?"),
        }
    }

    async fn interactions(&self, method: &str, session: &Session) -> Result<()> {
        assert_eq!(method, "log");
        let new = NewInteraction {
            agent_id: self.agent().await,
            capability: "ask".to_owned(),
            session_id: None,
            input: hello(),
            output: None,
            outcome: Outcome::Success,
            error_message: None,
            started_at: None,
            duration: Default::default(),
            tokens: Default::default(),
            cost: None,
        };
        session.interactions().log(new).await.map(drop)
    }

    async fn invitations(&self, method: &str, session: &Session) -> Result<()> {
        let invited = self.system().invitations().create(&self.address(), Role::Viewer).await?.0;
        match method {
            "create" => session.invitations().create(&self.address(), Role::Viewer).await.map(drop),
            "remove" => session.invitations().remove(invited.id).await,
            other => panic!("what is {other}?"),
        }
    }

    async fn members(&self, method: &str, session: &Session) -> Result<()> {
        let member = self.member().await;
        match method {
            "set_role" => session.members().set_role(member, Role::Developer).await.map(drop),
            "remove" => session.members().remove(member).await,
            other => panic!("what is {other}?"),
        }
    }

    async fn message_overrides(&self, method: &str, session: &Session) -> Result<()> {
        let new = |key: &str| NewMessageOverride {
            language: "de".to_owned(),
            key: key.to_owned(),
            text: "Moin".to_owned(),
        };
        self.system().message_overrides().set(new("hello")).await?;
        match method {
            "set" => session.message_overrides().set(new("goodbye")).await.map(drop),
            "remove" => session.message_overrides().remove("de", "hello").await,
            other => panic!("what is {other}?"),
        }
    }

    async fn desk(&self, method: &str, session: &Session) -> Result<()> {
        assert_eq!(method, "update");
        let update = OrganizationUpdate { name: Some("Renamed".into()), ..OrganizationUpdate::default() };
        session.organization().update(update).await.map(drop)
    }

    async fn calls(&self, method: &str, session: &Session) -> Result<()> {
        let agent = self.agent().await;
        let call = Invocation::new("echo", hello());
        match method {
            "invoke" => session.invoke("echo", hello()).await.map(drop),
            "invoke_on" => session.invoke_on(agent, "echo", hello()).await.map(drop),
            "run" => session.run(call).await.map(drop),
            "stream" => match session.stream(call).collect::<Vec<_>>().await.pop() {
                Some(Event::Ended(ended)) => ended.map(drop),
                other => panic!("it ended with {other:?}"),
            },
            other => panic!("what is {other}?"),
        }
    }

    /// A mail address that nobody has.
    fn address(&self) -> String {
        format!("person{}@example.org", self.persons.fetch_add(1, Ordering::SeqCst))
    }
}

fn record() -> NewRecord {
    new_record("create", Entity::new("invoice", 456))
}
