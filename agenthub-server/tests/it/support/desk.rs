//! Somebody who is signed in, and talks to the server.

use agenthub_core::identity::NewUser;
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};

use super::{PASSWORD, Server, User, expect, problem};

/// Somebody who is signed in; paths begin after `/api/v1`.
pub(crate) struct Desk<'s> {
    pub(crate) server: &'s Server,
    header: &'static str,
    credential: String,
}

impl Server {
    /// The owner of an organization.
    pub(crate) async fn owner(&self) -> Desk<'_> {
        self.desk(&self.register("ada@example.org").await)
    }

    /// The owner of another organization.
    pub(crate) async fn stranger(&self) -> Desk<'_> {
        self.desk(&self.register("mallory@example.net").await)
    }

    /// Somebody who may act everywhere.
    pub(crate) async fn superuser(&self) -> Desk<'_> {
        let root = NewUser {
            email: "root@example.org".to_owned(),
            password: PASSWORD.into(),
            full_name: None,
            organization_name: None,
            superuser: true,
        };
        self.app.hub().identity().create_user(root).await.unwrap();
        self.desk(&self.login("root@example.org").await)
    }

    pub(crate) fn desk(&self, user: &User) -> Desk<'_> {
        Desk { server: self, header: "authorization", credential: format!("Bearer {}", user.access) }
    }

    /// A service with this key.
    pub(crate) fn service(&self, key: &str) -> Desk<'_> {
        Desk { server: self, header: "x-api-key", credential: key.to_owned() }
    }
}

impl<'s> Desk<'s> {
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.server.request(method, &format!("/api/v1{path}")).header(self.header, &self.credential)
    }

    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        self.request(Method::GET, path)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> RequestBuilder {
        self.request(Method::POST, path).json(body)
    }

    pub(crate) fn put(&self, path: &str, body: &Value) -> RequestBuilder {
        self.request(Method::PUT, path).json(body)
    }

    pub(crate) fn delete(&self, path: &str) -> RequestBuilder {
        self.request(Method::DELETE, path)
    }

    /// A new member of this organization.
    pub(crate) async fn member(&self, email: &str, role: &str) -> Desk<'s> {
        let invitation = self.post("/invitations", &json!({ "email": email, "role": role })).gives(201).await;
        let body = json!({ "email": email, "password": PASSWORD, "invitation": invitation["token"] });
        let tokens = self.server.post("/api/v1/auth/register", &body).gives(201).await;
        self.server.desk(&User::of(email, &tokens))
    }

    /// A service of this organization with these scopes.
    pub(crate) async fn key(&self, scopes: &[&str]) -> Desk<'s> {
        let made = self.post("/api-keys", &json!({ "name": "Service", "scopes": scopes })).gives(201).await;
        self.server.service(made["key"].as_str().unwrap())
    }

    /// Makes an agent, and gives its id.
    pub(crate) async fn agent(&self, definition: &Value) -> String {
        id(&self.post("/agents", definition).gives(201).await)
    }

    /// The newest records of the audit log.
    pub(crate) async fn records(&self, limit: usize) -> Vec<Value> {
        list(self.get(&format!("/audit-logs?limit={limit}")).gives(200).await)
    }
}

/// What comes of a request.
pub(crate) trait Answered {
    /// The answer, whatever it is.
    async fn answer(self) -> Response;
    /// The JSON of an answer that has this status.
    async fn gives(self, status: u16) -> Value;
    /// The problem with this status and code.
    async fn refused(self, status: u16, code: &str) -> Value;
}

impl Answered for RequestBuilder {
    async fn answer(self) -> Response {
        self.send().await.unwrap()
    }

    async fn gives(self, status: u16) -> Value {
        expect(self.answer().await, StatusCode::from_u16(status).unwrap()).await
    }

    async fn refused(self, status: u16, code: &str) -> Value {
        problem(self.answer().await, status, code).await
    }
}

pub(crate) fn id(thing: &Value) -> String {
    thing["id"].as_str().unwrap_or_else(|| panic!("no id: {thing}")).to_owned()
}

pub(crate) fn list(value: Value) -> Vec<Value> {
    let Value::Array(items) = value else { panic!("not a list: {value}") };
    items
}

/// One field of every item.
pub(crate) fn each(items: &[Value], field: &str) -> Vec<String> {
    let text = |item: &Value| item[field].as_str().map_or_else(|| item[field].to_string(), str::to_owned);
    items.iter().map(text).collect()
}

/// A header of an answer.
pub(crate) fn header(answer: &Response, name: &str) -> Option<String> {
    answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
}

/// Looks again and again until there is something to see.
pub(crate) async fn eventually<T>(mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let looking = async {
        loop {
            if let Some(found) = look().await {
                return found;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(10), looking).await.expect("it never came")
}
