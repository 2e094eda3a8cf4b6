//! AgentHub runs AI agents as governed services: who asks and in which organization, what is allowed, which agent is
//! best, what it costs, what happened; durable before the answer.

pub mod access;
pub mod agent;
pub mod api_key;
pub mod audit;
pub mod builtin;
mod clock;
pub mod error;
pub mod hub;
mod id;
pub mod identity;
pub mod interaction;
pub mod invocation;
mod journal;
#[cfg(feature = "openapi")]
mod openapi;
pub mod organization;
pub mod page;
pub mod routing;
mod session;
pub mod store;
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
