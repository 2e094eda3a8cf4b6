//! Capabilities: what an agent can be asked for.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// An agent's capabilities by name.
///
/// JSON may say just `true` or `false` for one; what its runtime says of it is then filled in when the agent is
/// created.
pub type Capabilities = BTreeMap<String, Capability>;

/// One thing that an agent can be asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Capability {
    /// Whether it can be asked for now.
    pub enabled: bool,
    /// What it does, for people and for models.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What the input must look like: JSON Schema, draft 2020-12.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input_schema: Option<Value>,
    /// What the output looks like: JSON Schema, draft 2020-12.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output_schema: Option<Value>,
    /// What one call costs, in the agent's currency; the agent's base price where it is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Decimal>,
}

impl Capability {
    /// A capability that is on or off, of which nothing else is said.
    pub fn switched(enabled: bool) -> Self {
        Self { enabled, description: None, input_schema: None, output_schema: None, price: None }
    }
}

impl<'de> Deserialize<'de> for Capability {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Wire::deserialize(deserializer)? {
            Wire::Switch(enabled) => Self::switched(enabled),
            Wire::Full(full) => Self {
                enabled: full.enabled,
                description: full.description,
                input_schema: full.input_schema,
                output_schema: full.output_schema,
                price: full.price,
            },
        })
    }
}

/// A capability as JSON writes it: only whether it is on, or all that is said of it.
#[derive(Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged, expecting = "true, false, or an object")]
pub(crate) enum Wire {
    /// Whether it can be asked for now.
    Switch(bool),
    /// All that is said of it.
    Full(Full),
}

/// All that is said of a capability.
#[derive(Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = FullCapability))]
#[serde(deny_unknown_fields)]
pub(crate) struct Full {
    /// Whether it can be asked for now.
    #[serde(default = "yes")]
    enabled: bool,
    /// What it does, for people and for models.
    description: Option<String>,
    /// What the input must look like: JSON Schema, draft 2020-12.
    input_schema: Option<Value>,
    /// What the output looks like: JSON Schema, draft 2020-12.
    output_schema: Option<Value>,
    /// What one call costs, in the agent's currency; the agent's base price where it is absent.
    #[serde(default, with = "super::definition::decimal")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::openapi::Amount>))]
    price: Option<Decimal>,
}

fn yes() -> bool {
    true
}
