//! AgentHub runs AI agents as governed services: who asks and in which organization, what is allowed, which agent is
//! best, what it costs, what happened; durable before the answer.

pub mod access;
pub mod agent;
pub mod api_key;
pub mod audit;
pub mod builtin;
mod clock;
pub mod error;
mod id;
pub mod interaction;
pub mod organization;
pub mod page;
pub mod routing;
pub mod store;
mod sync;
pub mod user;

pub use async_trait::async_trait;

pub use access::{Caller, Permission, Role};
pub use agent::{Agent, AgentId, AiAgent};
pub use clock::{Clock, ManualClock, SystemClock};
pub use error::{Error, Result};
pub use id::Id;
