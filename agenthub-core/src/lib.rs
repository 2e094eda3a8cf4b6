//! AgentHub runs AI agents as governed services: who asks and in which organization, what is allowed, which agent is
//! best, what it costs, what happened; durable before the answer.
//!
//! ```
//! use agenthub_core::agent::Definition;
//! use agenthub_core::store::memory::Memory;
//! use agenthub_core::{Caller, Hub};
//! use serde_json::json;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> agenthub_core::Result<()> {
//! let hub = Hub::new(Memory::new());
//! let organization = hub.create_organization("Acme").await?;
//! let session = hub.enter(Caller::system(organization.id));
//! session.agents().create(Definition::new("Analyst", "analytics")).await?;
//! let input = json!({ "table": { "csv": "month,revenue\n2026-01-01,100\n2026-02-01,120\n" } });
//! let answer = session.invoke("describe", input).await?;
//! assert!(answer.output.is_object());
//! hub.close().await;
//! # Ok(())
//! # }
//! ```
//!
//! # The map
//! - [`Hub`] is what is wired together, [`Session`] one caller in one organization: the only door to its rows.
//! - [`invocation`] is the governed call on one page; [`routing`] chooses the agent, [`interaction`] is its record.
//! - [`agent`] has the catalog and [`AiAgent`], the trait of what runs agents; [`builtin`] those that come along.
//! - [`access`] says who may do what, [`identity`] who somebody is, [`audit`] what was done.
//! - [`subject_key`] are keys of persons, under which [what is personal](audit::personal) in the audit log is sealed.
//! - [`legal_hold`] keeps what somebody may have to show.
//! - [`exchange_rate`] keeps what a unit of one currency is worth in another, and converts.
//! - [`idempotency`] does once what is sent twice.
//! - [`localization`] is how people are spoken to, [`message_override`] what an organization says in words of its own.
//! - [`store`] has the traits of a database, [`store::memory`] the one in memory.
//! - [`notices`] make the changes of one node known to the others.
//! - [`error`] is what can go wrong, [`page`] a part of a long list.

pub mod access;
pub mod agent;
pub mod api_key;
pub mod audit;
pub mod builtin;
mod clock;
pub mod error;
pub mod exchange_rate;
mod housekeeping;
pub mod hub;
mod id;
pub mod idempotency;
pub mod identity;
pub mod interaction;
pub mod invocation;
mod journal;
pub mod legal_hold;
pub mod localization;
pub mod message_override;
pub mod notices;
#[cfg(feature = "openapi")]
pub mod openapi;
pub mod organization;
pub mod page;
pub mod routing;
mod session;
pub mod store;
pub mod subject_key;
mod sync;
pub mod user;

pub use async_trait::async_trait;

pub use access::{Caller, Permission, Permissions, Role};
pub use agent::{Agent, AgentId, AiAgent};
pub use clock::{Clock, ManualClock, SystemClock};
pub use error::{Error, Result};
pub use hub::{Hub, HubOptions};
pub use id::Id;
pub use invocation::{Answer, Invocation};
pub use session::Session;

/// The program in the README is one that compiles and runs.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
