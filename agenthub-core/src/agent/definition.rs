//! The definition of an agent: all that its author says of it.

mod check;
pub(super) mod decimal;

use std::collections::BTreeMap;

use agenthub_money::Currency;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Capabilities, Status};

/// All that an author says of an agent.
///
/// Only `name` is needed. [`Definition::new`] makes one; the fields are public, so that a program sets what it
/// wants.
///
/// ```
/// use agenthub_core::agent::Definition;
///
/// let body = r#"{"name": "Sales", "agent_type": "analytics", "capabilities": {"sales_analysis": true}}"#;
/// let definition: Definition = serde_json::from_str(body)?;
/// assert!(definition.capabilities["sales_analysis"].enabled);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Definition {
    /// What it is called; 1 to 255 characters.
    #[cfg_attr(feature = "openapi", schema(required = true))]
    pub name: String,
    /// Its type: `analytics`, `chatbot`, … or any other word of a-z, 0-9 and `_`; `custom` where nothing is said.
    pub agent_type: String,
    /// The runtime that runs it; the one named like its type where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runtime: Option<String>,
    /// The status asked for: `active` for a new agent, unchanged for an old one, where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The author's own label of this version, such as `1.0.0`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// What it is, in a sentence or a page.
    pub description: String,
    /// What it is, in a line.
    pub short_description: String,
    /// What it can be asked for; all that its runtime can do, where nothing is said.
    #[cfg_attr(feature = "openapi", schema(value_type = BTreeMap<String, super::Capability>))]
    pub capabilities: Capabilities,
    /// Settings that its runtime reads.
    pub config: Map<String, Value>,
    /// Prompt templates by name.
    pub prompt_templates: BTreeMap<String, String>,
    /// Permissions that a caller needs besides `agents:invoke`.
    pub required_permissions: Vec<String>,
    /// Channels that it can speak on, such as `email`.
    pub supported_channels: Vec<String>,

    /// The domain of business, such as `sales`.
    pub business_domain: String,
    /// The problem that it solves.
    pub problem_statement: String,
    /// What it is to achieve.
    pub goals: Vec<String>,
    /// What it is for.
    pub in_scope: Vec<String>,
    /// What it is not for.
    pub out_of_scope: Vec<String>,
    /// How it is run.
    pub operational_details: String,
    /// What it reads.
    pub inputs: Vec<String>,
    /// What it gives.
    pub outputs: Vec<String>,
    /// What it uses.
    pub tools: Vec<Tool>,
    /// What keeps it safe.
    pub security_controls: Vec<String>,
    /// How its success is measured.
    pub kpis: Vec<Kpi>,
    /// Who it is for.
    pub personas: Vec<String>,
    /// Who answers for it.
    pub owner: String,

    /// The currency of all its prices; US dollars where nothing is said.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "USD"))]
    pub currency: Currency,
    /// The price of a call whose capability names none.
    #[serde(skip_serializing_if = "Option::is_none", with = "decimal")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Amount>))]
    pub base_price: Option<Decimal>,
    /// The price of one token, in or out.
    #[serde(skip_serializing_if = "Option::is_none", with = "decimal")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Amount>))]
    pub token_rate: Option<Decimal>,
    /// The part of the revenue that is charged when a goal is achieved, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none", with = "decimal")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Amount>))]
    pub success_fee_percent: Option<Decimal>,
    /// What it is likely to cost in a month.
    #[serde(skip_serializing_if = "Option::is_none", with = "decimal")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Amount>))]
    pub estimated_cost_per_month: Option<Decimal>,
    /// Whether it is offered to paying customers only.
    pub is_premium: bool,

    /// How much it is preferred by routing: 0 to 100, 50 where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<u8>,
    /// How many calls it takes at a time, on this node; no limit where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_concurrency: Option<u32>,
    /// How long a call may take; the hub's own limit where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timeout_seconds: Option<u32>,
}

/// A tool that an agent uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// What it is called.
    pub name: String,
    /// What it does.
    pub description: String,
}

/// A measure of an agent's success.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Kpi {
    /// What is measured.
    pub name: String,
    /// What is wanted.
    pub target: String,
    /// What was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<String>,
}

impl Definition {
    /// A definition with a name and a type, and nothing else said.
    pub fn new(name: impl Into<String>, agent_type: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            agent_type: agent_type.into(),
            runtime: None,
            status: None,
            version: None,
            description: String::new(),
            short_description: String::new(),
            capabilities: Capabilities::new(),
            config: Map::new(),
            prompt_templates: BTreeMap::new(),
            required_permissions: Vec::new(),
            supported_channels: Vec::new(),
            business_domain: String::new(),
            problem_statement: String::new(),
            goals: Vec::new(),
            in_scope: Vec::new(),
            out_of_scope: Vec::new(),
            operational_details: String::new(),
            inputs: Vec::new(),
            outputs: Vec::new(),
            tools: Vec::new(),
            security_controls: Vec::new(),
            kpis: Vec::new(),
            personas: Vec::new(),
            owner: String::new(),
            currency: Currency::USD,
            base_price: None,
            token_rate: None,
            success_fee_percent: None,
            estimated_cost_per_month: None,
            is_premium: false,
            priority: None,
            max_concurrency: None,
            timeout_seconds: None,
        }
    }

    /// The name of the runtime that runs it.
    pub fn runtime(&self) -> &str {
        self.runtime.as_deref().unwrap_or(&self.agent_type)
    }

    /// The names of the capabilities that can be asked for now.
    pub fn offered(&self) -> impl Iterator<Item = &str> {
        self.capabilities.iter().filter(|(_, capability)| capability.enabled).map(|(name, _)| name.as_str())
    }

    /// What one call of `capability` costs before tokens, in [`Definition::currency`].
    pub fn call_price(&self, capability: &str) -> Decimal {
        self.capabilities.get(capability).and_then(|it| it.price).or(self.base_price).unwrap_or_default()
    }
}

impl Default for Definition {
    fn default() -> Self {
        Self::new("", "custom")
    }
}
