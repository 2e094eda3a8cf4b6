//! Starts the server on a loopback port, and talks to it.

pub(crate) mod desk;
pub(crate) mod events;
pub(crate) mod faulty;
pub(crate) mod gate;
pub(crate) mod line;
pub(crate) mod moody;
pub(crate) mod program;
pub(crate) mod redis;

use std::io::Write as _;
use std::net::SocketAddr;
use std::sync::Arc;

use agenthub_core::hub::HubBuilder;
use agenthub_core::store::Store;
use agenthub_core::store::memory::Memory;
use agenthub_core::{Hub, ManualClock};
use agenthub_server::settings::Sources;
use agenthub_server::{App, Settings, head_signer, master_key, serve, with_exports};
use agenthub_store::testing::{TestDatabase, postgres_is_required, postgres_is_there};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio_util::task::TaskTracker;

/// A server that runs for one test.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) app: App,
    pub(crate) clock: Arc<ManualClock>,
    client: Client,
    stop: Option<oneshot::Sender<()>>,
    running: JoinHandle<std::io::Result<()>>,
    pub(crate) database: Option<TestDatabase>,
}

/// Somebody who signed in.
pub(crate) struct User {
    pub(crate) email: String,
    pub(crate) access: String,
    pub(crate) refresh: String,
    pub(crate) organization: String,
}

pub(crate) const PASSWORD: &str = "a long enough sentence";

/// Settings of a test: in memory, without limits, and what `said` says besides.
pub(crate) fn settings(said: &[(&str, &str)]) -> Settings {
    let usual = [
        ("DATABASE_URL", "memory:"),
        ("AGENTHUB_RATE_LIMIT_ADDRESS", "0"),
        ("AGENTHUB_RATE_LIMIT_PRINCIPAL", "0"),
        ("AGENTHUB_RATE_LIMIT_AUTH", "0"),
    ];
    let said = said.iter().chain(&usual).map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    Sources { environment: said.collect(), ..Sources::default() }.settle().unwrap()
}

/// Says that the test, or the part of it that was still to come, is left out. The harness can only ignore what is
/// known when it is built, and keeps to itself what tests print; so this goes past it.
pub(crate) fn skipped(reason: &str) {
    let test = std::thread::current().name().unwrap_or_default().to_owned();
    writeln!(std::io::stderr(), "test {test} ... ignored, {reason}").unwrap();
}

impl Server {
    /// In memory.
    pub(crate) async fn start() -> Self {
        Self::with(&[]).await
    }

    /// In memory, with settings.
    pub(crate) async fn with(said: &[(&str, &str)]) -> Self {
        Self::on(Arc::new(Memory::new()), settings(said), None).await
    }

    /// On an SQLite file.
    pub(crate) async fn on_sqlite() -> Self {
        Self::on_database(TestDatabase::sqlite_file().unwrap()).await
    }

    /// One in memory, one on an SQLite file, and one on PostgreSQL, where that is there.
    pub(crate) async fn on_each_store() -> Vec<Self> {
        let mut servers = vec![Self::start().await, Self::on_sqlite().await];
        if postgres_is_there().await || postgres_is_required() {
            servers.push(Self::on_database(TestDatabase::postgres().await.unwrap()).await);
        } else {
            skipped("PostgreSQL is not there");
        }
        servers
    }

    async fn on_database(database: TestDatabase) -> Self {
        let store = Arc::new(database.store().await.unwrap());
        Self::on(store, settings(&[]), Some(database)).await
    }

    /// On any store.
    pub(crate) async fn on(
        store: Arc<dyn Store>,
        settings: Settings,
        database: Option<TestDatabase>,
    ) -> Self {
        let hub = Hub::builder_on(store).options(settings.hub_options());
        Self::over(hub, settings, database).await
    }

    /// Over any hub.
    pub(crate) async fn over(hub: HubBuilder, settings: Settings, database: Option<TestDatabase>) -> Self {
        let clock = Arc::new(ManualClock::starting_at("2026-11-20T12:00:00Z".parse().unwrap()));
        let signer = head_signer(&settings).unwrap();
        let hub = hub.master_key(master_key(&settings).unwrap());
        let hub = with_exports(hub.clock(clock.clone()).head_signer(signer), &settings).build();
        let app = App::new(hub, settings).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let served = app.clone();
        let running = TaskTracker::new().spawn(async move {
            serve(listener, &served, async { stopped.await.unwrap_or_default() }).await
        });
        let client = Client::builder().no_proxy().build().unwrap();
        Self { address, app, clock, client, stop: Some(stop), running, database }
    }

    /// Tells the server to stop, and waits until it has.
    pub(crate) async fn stop(mut self) -> std::io::Result<()> {
        self.tell_to_stop();
        self.running.await.unwrap()
    }

    pub(crate) fn tell_to_stop(&mut self) {
        if let Some(stop) = self.stop.take() {
            stop.send(()).unwrap_or_default();
        }
    }

    /// A request.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("http://{}{path}", self.address))
    }

    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        self.request(Method::GET, path)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> RequestBuilder {
        self.request(Method::POST, path).json(body)
    }

    /// Registers somebody.
    pub(crate) async fn register(&self, email: &str) -> User {
        let body = json!({ "email": email, "password": PASSWORD });
        let answer = self.post("/api/v1/auth/register", &body).send().await.unwrap();
        User::of(email, &expect(answer, StatusCode::CREATED).await)
    }

    /// Signs somebody in.
    pub(crate) async fn login(&self, email: &str) -> User {
        let body = json!({ "email": email, "password": PASSWORD });
        let answer = self.post("/api/v1/auth/login", &body).send().await.unwrap();
        User::of(email, &expect(answer, StatusCode::OK).await)
    }

    /// Asks who a token stands for.
    pub(crate) async fn me(&self, token: &str) -> Response {
        self.get("/api/v1/auth/me").bearer_auth(token).send().await.unwrap()
    }
}

impl User {
    pub(crate) fn of(email: &str, tokens: &Value) -> Self {
        let text = |pointer: &str| tokens.pointer(pointer).unwrap().as_str().unwrap().to_owned();
        Self {
            email: email.to_owned(),
            access: text("/access_token"),
            refresh: text("/refresh_token"),
            organization: text("/organization/id"),
        }
    }
}

/// The JSON of an answer that has this status.
pub(crate) async fn expect(answer: Response, status: StatusCode) -> Value {
    let found = answer.status();
    let body = answer.text().await.unwrap();
    assert_eq!(found, status, "{body}");
    serde_json::from_str(&body).unwrap_or_default()
}

/// The problem of an answer: its status and code, and that it has all that a problem must have.
pub(crate) async fn problem(answer: Response, status: u16, code: &str) -> Value {
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
    let id = answer.headers()["x-request-id"].to_str().unwrap().to_owned();
    let problem = expect(answer, StatusCode::from_u16(status).unwrap()).await;
    assert_eq!(problem["code"], code, "{problem}");
    assert_eq!(problem["status"], status);
    assert_eq!(problem["request_id"], id);
    for field in ["type", "title", "detail", "instance", "timestamp"] {
        assert!(problem[field].as_str().is_some_and(|text| !text.is_empty()), "{field} of {problem}");
    }
    problem
}

/// The places and codes of a problem's faults, sorted.
pub(crate) fn faults(problem: &Value) -> Vec<(String, String)> {
    let text = |fault: &Value, field: &str| fault[field].as_str().unwrap().to_owned();
    let mut faults: Vec<_> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (text(fault, "pointer"), text(fault, "code")))
        .collect();
    faults.sort();
    faults
}
