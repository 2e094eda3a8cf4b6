//! Which agents are wanted.

use agenthub_core::agent::{AgentFilter, AgentOrder, Status};
use agenthub_core::error::{Code, Error, Result, Violation};
use serde::Deserialize;
use utoipa::ToSchema;

/// Which agents are wanted, and in which order.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct AgentQuery {
    /// Of this type, such as `analytics`.
    agent_type: Option<String>,
    /// In this status.
    status: Option<Status>,
    /// Of this business domain.
    domain: Option<String>,
    /// Offering this capability.
    capability: Option<String>,
    /// Owned by this owner.
    owner: Option<String>,
    /// With this text in the name or a description, in any case.
    search: Option<String>,
    /// The deleted ones instead of the others.
    deleted: bool,
    /// `name`, `created_at` or `updated_at`, with `-` in front for descending; `-created_at` where nothing is said.
    sort: Option<String>,
}

impl AgentQuery {
    pub(super) fn filter(self) -> Result<AgentFilter> {
        let order = self.sort.as_deref().map_or(Ok(AgentOrder::default()), order)?;
        Ok(AgentFilter {
            agent_type: self.agent_type,
            status: self.status,
            business_domain: self.domain,
            capability: self.capability,
            owner: self.owner,
            text: self.search,
            deleted: self.deleted,
            order,
        })
    }
}

fn order(name: &str) -> Result<AgentOrder> {
    AgentOrder::named(name).ok_or_else(|| {
        let known = AgentOrder::ALL.map(|(_, name)| name).join(", ");
        let violation = Violation::new("/sort", Code::VALUE_NOT_ONE_OF).with("allowed", known);
        Error::new(Code::INVALID).violating(vec![violation])
    })
}
