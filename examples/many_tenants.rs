//! Many organizations over one store: each sees its own rows and nothing of the others.

use agenthub_core::access::{Caller, Role};
use agenthub_core::agent::{AgentFilter, Definition};
use agenthub_core::audit::{Actor, AuditFilter};
use agenthub_core::page::Page;
use agenthub_core::store::memory::Memory;
use agenthub_core::{Hub, Result};

#[tokio::main]
async fn main() -> Result<()> {
    let hub = Hub::new(Memory::new());
    let (acme, globex) = (hub.create_organization("Acme").await?, hub.create_organization("Globex").await?);
    let at_acme = hub.enter(Caller::system(acme.id));
    let at_globex = hub.enter(Caller::system(globex.id));

    let agent = at_acme.agents().create(Definition::new("Sales analyst", "analytics")).await?;
    for (name, session) in [("Acme", &at_acme), ("Globex", &at_globex)] {
        let agents = session.agents().list(&AgentFilter::default(), &Page::default()).await?;
        println!("{name} has {} agent(s)", agents.items.len());
    }
    // To another organization the agent is not forbidden: it does not exist.
    println!(
        "Globex asks for it: {}",
        at_globex.agents().get(agent.id).await.err().map_or_else(String::new, |it| it.to_string())
    );

    // Within an organization a role decides.
    let viewer = hub.enter(Caller::new(acme.id, Actor::Automation("report".into()), Role::Viewer));
    println!(
        "a viewer deletes it: {}",
        viewer.agents().delete(agent.id, None).await.err().map_or_else(String::new, |it| it.to_string())
    );

    for entry in at_acme.audit().list(AuditFilter::default(), &Page::default()).await?.items {
        println!(
            "{} {} {} by {}",
            entry.sequence, entry.record.action, entry.record.entity.kind, entry.record.actor
        );
    }
    hub.close().await;
    Ok(())
}
