//! What the agents of an organization offer now, capability by capability.

use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Unbounded};

use agenthub_money::{Currency, Decimal};
use serde::Serialize;
use serde_json::Value;

use super::AgentId;
use super::live::LiveAgent;
use crate::access::Permission;
use crate::error::Result;
use crate::page::{Cursor, Listing, Page, position};
use crate::routing::Field;
use crate::session::Session;

/// What cursors call the order.
const BY_NAME: &str = "name";

/// How many of those who offer a capability are named.
const NAMED: usize = 100;

/// A capability that can be asked for now, and who offers it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfferedCapability {
    /// What it is called.
    pub name: String,
    /// What it does; in the words of the first agent that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// JSON Schema of the input, where all who offer it agree. Where they do not, it stands in each agent's definition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub input_schema: Option<Value>,
    /// JSON Schema of the output, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output_schema: Option<Value>,
    /// What one call costs, in each currency that somebody takes.
    pub prices: Vec<PriceRange>,
    /// How many agents offer it.
    pub agent_count: usize,
    /// They, oldest first; of many, the first hundred.
    pub agents: Vec<OfferingAgent>,
}

/// The lowest and the highest price of a call, in one currency. Tokens come on top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PriceRange {
    /// The currency.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "USD"))]
    pub currency: Currency,
    /// The lowest price.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Amount))]
    pub lowest: Decimal,
    /// The highest price.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Amount))]
    pub highest: Decimal,
}

/// An agent that offers a capability.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfferingAgent {
    /// Its id.
    pub id: AgentId,
    /// What it is called.
    pub name: String,
    /// What one call costs.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::Amount))]
    pub price: Decimal,
    /// In which currency.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "USD"))]
    pub currency: Currency,
}

impl Session {
    /// What the organization's active agents offer, by name. Nothing is read from the database once the organization's
    /// snapshot is there.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn capabilities(&self, page: &Page) -> Result<Listing<OfferedCapability>> {
        self.allow(Permission::AgentsRead)?;
        let after = position(page, BY_NAME)?.map(|cursor| cursor.id.as_str());
        let snapshot = self.hub().inner().snapshot(self.organization_id()).await?;
        let fields = snapshot.catalog.fields();
        let total = page.count.then_some(fields.len() as u64);
        let mut rest =
            fields.range::<_, str>((after.map_or(Unbounded, Excluded), Unbounded)).skip(page.skip as usize);
        let items: Vec<_> = rest
            .by_ref()
            .take(page.limit as usize)
            .map(|(name, field)| OfferedCapability::new(name, field))
            .collect();
        let next = items.last().filter(|_| rest.next().is_some()).map(|last| cursor(&last.name));
        Ok(Listing { items, next, total })
    }
}

fn cursor(name: &str) -> Cursor {
    Cursor { order: BY_NAME.to_owned(), key: name.to_owned(), id: name.to_owned() }
}

impl OfferedCapability {
    fn new(name: &str, field: &Field) -> Self {
        let said = || field.agents().filter_map(|live| live.agent.definition.capabilities.get(name));
        Self {
            name: name.to_owned(),
            description: said().find_map(|capability| capability.description.clone()),
            input_schema: agreed(said().map(|capability| capability.input_schema.as_ref())),
            output_schema: agreed(said().map(|capability| capability.output_schema.as_ref())),
            prices: prices(name, field),
            agent_count: field.agents().count(),
            agents: field.agents().take(NAMED).map(|live| OfferingAgent::new(live, name)).collect(),
        }
    }
}

impl OfferingAgent {
    fn new(live: &LiveAgent, capability: &str) -> Self {
        let definition = &live.agent.definition;
        Self {
            id: live.agent.id,
            name: definition.name.clone(),
            price: definition.call_price(capability),
            currency: definition.currency,
        }
    }
}

/// What all say, where they say the same.
fn agreed<'a>(mut schemas: impl Iterator<Item = Option<&'a Value>>) -> Option<Value> {
    let first = schemas.next()??;
    schemas.all(|other| other == Some(first)).then(|| first.clone())
}

fn prices(capability: &str, field: &Field) -> Vec<PriceRange> {
    let mut ranges = BTreeMap::<Currency, (Decimal, Decimal)>::new();
    for live in field.agents() {
        let price = live.agent.definition.call_price(capability);
        let (lowest, highest) = ranges.entry(live.agent.definition.currency).or_insert((price, price));
        *lowest = price.min(*lowest);
        *highest = price.max(*highest);
    }
    let range = |(currency, (lowest, highest))| PriceRange { currency, lowest, highest };
    ranges.into_iter().map(range).collect()
}
