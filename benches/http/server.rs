//! The two servers, each in a process of its own: ours, and the floor.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use agenthub_benches::Failure;
use agenthub_core::agent::Definition;
use agenthub_core::identity::{Claims, Registration};
use agenthub_core::store::Store;
use agenthub_core::{AgentId, Caller, Hub, Id};
use agenthub_server::settings::Sources;
use agenthub_server::{App, router};
use agenthub_store::SqlStore;
use tokio::net::TcpListener;

use crate::bare::Echo;
use crate::floor;

/// With this argument a process is a server: of which kind, and on which database.
pub const AS_SERVER: &str = "--as-server";

/// Which of the two.
#[derive(Clone, Copy)]
pub enum Kind {
    Ours,
    Floor,
}

/// A server that runs, until it is dropped.
pub struct Server {
    child: Child,
    pub port: u16,
    pub token: String,
    pub agent: AgentId,
}

impl Server {
    /// Starts this program again as a server, and waits until it listens.
    pub fn start(kind: Kind, url: &str) -> Result<Self, Failure> {
        let name = if matches!(kind, Kind::Ours) { "ours" } else { "floor" };
        let mut command = Command::new(std::env::current_exe()?);
        let mut child = command.args([AS_SERVER, name, url]).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let mut words = line.split_whitespace();
        let mut word = || words.next().ok_or("the server did not start");
        Ok(Self { port: word()?.parse()?, token: word()?.to_owned(), agent: word()?.parse()?, child })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Runs one of the two servers until the process is killed.
pub async fn serve(kind: &str, url: &str) -> Result<(), Failure> {
    let store = SqlStore::open(url).await?;
    store.migrations().up().await?;
    let store: Arc<dyn Store> = Arc::new(store);
    let hub = Hub::builder_on(Arc::clone(&store)).runtime("echo", Echo).build();
    let variable = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let environment = vec![
        variable("DATABASE_URL", "memory:"),
        variable("SECRET_KEY", "a secret that is long enough for a bench"),
        variable("AGENTHUB_RATE_LIMIT_PRINCIPAL", "0"),
        variable("AGENTHUB_RATE_LIMIT_ADDRESS", "0"),
        variable("AGENTHUB_LOG", "error"),
    ];
    let settings = Sources { environment, ..Sources::default() }.settle()?;
    let app = App::new(hub.clone(), settings)?;
    let signed_in = register(&hub).await?;
    let session = hub.enter(Caller::system(signed_in.organization));
    let agent = session.agents().create(Definition::new("Echo", "echo")).await?;
    for i in 0..50 {
        session.agents().create(Definition::new(format!("Echo {i}"), "echo")).await?;
    }
    let token = app.tokens().issue(&signed_in, hub.clock().now())?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{} {token} {}", listener.local_addr()?.port(), agent.id);
    let router = match kind {
        "ours" => router(&app),
        _ => floor::router(&app, store, agent, url).await?,
    };
    axum::serve(listener, router).await?;
    Ok(())
}

async fn register(hub: &Hub) -> agenthub_core::Result<Claims> {
    let registration = Registration {
        email: format!("{}@example.com", Id::<Server>::new()),
        password: "correct horse battery".into(),
        full_name: None,
        organization_name: Some("Acme".to_owned()),
        invitation: None,
    };
    let signed_in = hub.identity().register(registration, Default::default()).await?;
    Ok(Claims {
        user: signed_in.user.id,
        organization: signed_in.organization.id,
        login: signed_in.login,
        superuser: false,
    })
}
