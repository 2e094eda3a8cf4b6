//! `{"amount":"12.50","currency":"USD"}`: the amount is a string, so that no reader makes a float of it.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::exact;
use crate::{Currency, Money, Unit};

impl<C: Unit> Serialize for Money<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Money", 2)?;
        out.serialize_field("amount", &self.plain_amount())?;
        out.serialize_field("currency", &self.currency())?;
        out.end()
    }
}

#[derive(Deserialize)]
#[serde(rename = "Money", deny_unknown_fields)]
struct Wire<'a> {
    #[serde(borrow)]
    amount: Cow<'a, str>,
    currency: Currency,
}

impl<'de, C: Unit> Deserialize<'de> for Money<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire = Wire::deserialize(deserializer)?;
        let amount = exact::parse(&wire.amount).map_err(D::Error::custom)?;
        let unit = C::try_from_currency(wire.currency).map_err(D::Error::custom)?;
        Ok(Self::new(amount, unit))
    }
}
