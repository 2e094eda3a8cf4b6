//! What the walk over the routes needs: things to ask for, bodies to send, and a look at what was left.

use std::sync::atomic::{AtomicUsize, Ordering};

use agenthub_core::Caller;
use agenthub_core::audit::AuditFilter;
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_server::{Route, openapi_json};
use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};

use crate::support::desk::{Answered as _, Desk, eventually, id};
use crate::support::{PASSWORD, Server, User};

/// An organization with something of everything.
pub(crate) struct Stage<'s> {
    server: &'s Server,
    pub(crate) ada: Desk<'s>,
    pub(crate) organization: OrganizationId,
    agent: String,
    owner: String,
    document: Value,
    persons: AtomicUsize,
}

impl<'s> Stage<'s> {
    pub(crate) async fn new(server: &'s Server) -> Self {
        let owner = server.register("ada@example.org").await;
        let ada = server.desk(&owner);
        ada.put("/organization", &json!({ "name": "Hidden Acme" })).gives(200).await;
        let agent = ada.agent(&json!({ "name": "Hidden Agent", "agent_type": "analytics" })).await;
        let rate = json!({ "base": "EUR", "quote": "USD", "rate": "1.1", "source": "Hidden Bank" });
        ada.post("/exchange-rates", &rate).gives(201).await;
        ada.put("/audit-logs/retention", &json!({ "days": 400 })).gives(200).await;
        let document = serde_json::from_str(&openapi_json()).unwrap();
        let organization = owner.organization.parse().unwrap();
        let owner = id(&ada.get("/auth/me").gives(200).await);
        Self { server, ada, organization, agent, owner, document, persons: AtomicUsize::new(0) }
    }

    /// The route's path, with a new thing of each kind that it names.
    pub(crate) async fn path(&self, route: &Route) -> String {
        let kind = route.path.strip_prefix("/api/v1/").unwrap().split("/{").next().unwrap();
        let ada = &self.ada;
        let thing = match kind {
            _ if !route.path.contains('{') => return route.path.clone(),
            "agents" | "ai-agents" => self.agent_for(route).await,
            "agents/interactions" | "ai-agents/interactions" => {
                let body = json!({ "agent_id": self.agent, "capability": "ask" });
                id(&ada.post("/agents/interactions", &body).gives(201).await)
            }
            "audit-logs/exports" => self.export().await,
            "audit-logs/views" => {
                let body = json!({ "name": "Hidden View", "shared": true });
                id(&ada.post("/audit-logs/views", &body).gives(201).await)
            }
            "audit-logs/legal-holds" => {
                let body = json!({ "name": "Hidden Hold", "reason": "A lawsuit" });
                id(&ada.post("/audit-logs/legal-holds", &body).gives(201).await)
            }
            "audit-logs" => id(&ada.records(1).await[0]),
            "audit-logs/heads" => {
                let head = ada.post("/audit-logs/heads", &json!({})).gives(201).await;
                head["size"].to_string()
            }
            "members" => self.member().await,
            "invitations" => {
                let body = json!({ "email": self.new_address(), "role": "viewer" });
                id(&ada.post("/invitations", &body).gives(201).await)
            }
            "currencies" => "USD".to_owned(),
            "localization/overrides" => {
                let body = json!({ "text": "Hidden { $name }" });
                ada.put("/localization/overrides/de/user.hello", &body).gives(200).await;
                return nowhere(route);
            }
            "api-keys" => id(&ada
                .post("/api-keys", &json!({ "name": "Key", "scopes": ["agents:read"] }))
                .gives(201)
                .await),
            other => panic!("nothing of {other} is on the stage"),
        };
        route
            .path
            .replace("{number}", "1")
            .replace("{id}", &thing)
            .replace("{user_id}", &thing)
            .replace("{size}", &thing)
            .replace("{code}", &thing)
    }

    async fn agent_for(&self, route: &Route) -> String {
        let agent = self.ada.agent(&json!({ "name": "Hidden Agent", "agent_type": "analytics" })).await;
        if route.path.ends_with("/{id}/restore") {
            self.ada.delete(&format!("/agents/{agent}")).gives(204).await;
        }
        if route.path.ends_with("/{number}/restore") {
            let next = json!({ "name": "Hidden Next", "agent_type": "analytics" });
            self.ada.put(&format!("/agents/{agent}"), &next).gives(200).await;
        }
        agent
    }

    /// An export that is done.
    async fn export(&self) -> String {
        let query = json!({ "entity_id": "nothing" });
        let asked = json!({ "format": "jsonl", "query": query });
        let export = id(&self.ada.post("/audit-logs/exports", &asked).gives(202).await);
        let path = format!("/audit-logs/exports/{export}");
        eventually(async || (self.ada.get(&path).gives(200).await["status"] == "done").then_some(())).await;
        export
    }

    async fn member(&self) -> String {
        let member = self.ada.member(&self.new_address(), "viewer").await;
        id(&member.get("/auth/me").gives(200).await)
    }

    fn new_address(&self) -> String {
        format!("person{}@example.org", self.persons.fetch_add(1, Ordering::SeqCst))
    }

    /// The body that the document shows; XML as text.
    pub(crate) fn body(&self, route: &Route) -> Option<Value> {
        let operation = &self.document["paths"][&route.path][route.method.as_str().to_lowercase()];
        if let Some(xml) = operation.pointer("/requestBody/content/application~1xml/example") {
            return Some(xml.clone());
        }
        let content = operation.pointer("/requestBody/content/application~1json")?;
        let mut body = content.get("example").unwrap_or_else(|| panic!("{route:?} shows no body")).clone();
        if let Some(agent) = body.get_mut("agent_id") {
            *agent = json!(self.agent);
        }
        if let Some(subject) = body.get_mut("subject") {
            *subject = json!(self.owner);
        }
        Some(body)
    }

    /// Somebody new, and the body that the document shows, as that person would send it.
    pub(crate) async fn person(&self, route: &Route) -> (User, Option<Value>) {
        let person = self.server.register(&self.new_address()).await;
        let mut body = self.body(route);
        let mine = [
            (
                "email",
                if route.path.ends_with("/register") { self.new_address() } else { person.email.clone() },
            ),
            ("password", PASSWORD.to_owned()),
            ("current_password", PASSWORD.to_owned()),
            ("refresh_token", person.refresh.clone()),
            ("token", self.invitation(&person.email).await),
        ];
        for (field, text) in mine {
            if let Some(value) = body.as_mut().and_then(|body| body.get_mut(field)) {
                *value = json!(text);
            }
        }
        (person, body)
    }

    async fn invitation(&self, email: &str) -> String {
        let body = json!({ "email": email, "role": "viewer" });
        self.ada.post("/invitations", &body).gives(201).await["token"].as_str().unwrap().to_owned()
    }

    /// The records that a request left in an organization's log, newest first: action and kind of thing.
    pub(crate) async fn records(&self, organization: OrganizationId, request: &str) -> Vec<(String, String)> {
        let session = self.server.app.hub().enter(Caller::system(organization));
        let filter = AuditFilter { request_id: Some(request.to_owned()), ..AuditFilter::default() };
        let entries = session.audit().list(filter, &Page::default()).await.unwrap().items;
        entries.into_iter().map(|it| (it.record.action, it.record.entity.kind)).collect()
    }
}

/// The route's path, with things that are nowhere.
pub(crate) fn nowhere(route: &Route) -> String {
    let nothing = "0198f3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b";
    route
        .path
        .replace("{id}", nothing)
        .replace("{user_id}", nothing)
        .replace("{number}", "1")
        .replace("{size}", "987654")
        .replace("{code}", "XXQ")
        // A message is everywhere; what an organization says of it is not.
        .replace("{language}", "de")
        .replace("{key}", "user.hello")
}

pub(crate) fn send(desk: &Desk<'_>, method: &Method, path: &str, body: Option<&Value>) -> RequestBuilder {
    let request = desk.request(method.clone(), path.strip_prefix("/api/v1").unwrap());
    match body {
        Some(Value::String(xml)) => request.header("content-type", "application/xml").body(xml.clone()),
        Some(body) => request.json(body),
        None => request,
    }
}

/// The text of an answer; nothing of one without an end.
pub(crate) async fn text(answer: Response) -> String {
    let is_stream = answer.headers().get("content-type").is_some_and(|it| it == "text/event-stream");
    if is_stream { String::new() } else { answer.text().await.unwrap() }
}

/// Holds an answer to what the document says of the route; gives its JSON.
pub(crate) async fn as_documented(document: &Value, route: &Route, answer: Response) -> Value {
    let status = answer.status().as_u16().to_string();
    let text = text(answer).await;
    let operation = &document["paths"][&route.path][route.method.as_str().to_lowercase()];
    let response =
        operation["responses"].get(&status).unwrap_or_else(|| panic!("{route:?}: {status} {text}"));
    if response.pointer("/content/application~1octet-stream").is_some() {
        return Value::Null;
    }
    let Some(schema) = response.pointer("/content/application~1json/schema") else {
        assert_eq!(text, "", "{route:?}");
        return Value::Null;
    };
    let value = serde_json::from_str(&text).unwrap();
    let mut schema = schema.clone();
    schema["components"] = document["components"].clone();
    let options = jsonschema::draft202012::options().should_validate_formats(true);
    let faults: Vec<_> = options
        .build(&schema)
        .unwrap()
        .iter_errors(&value)
        .map(|it| format!("{} {it}", it.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{route:?}: {faults:#?} in {value:#}");
    value
}
