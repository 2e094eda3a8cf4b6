//! One rate: what a unit of one currency is worth in another, since when, and who says so.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::money::exact;
use crate::{Currency, Decimal, Error};

/// One unit of `from` is worth `value` units of `to`, from `effective` on, as `source` has it.
///
/// In JSON the value is a string, as every number about money is here.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct Rate {
    from: Currency,
    to: Currency,
    value: Decimal,
    effective: DateTime<Utc>,
    /// Shared, because every receipt has it.
    source: Arc<str>,
}

impl Rate {
    /// A rate.
    ///
    /// # Errors
    /// [`Error::BadRate`] if the value is not above zero, [`Error::RateLoop`] if both currencies are the same.
    pub fn new(
        from: Currency,
        to: Currency,
        value: Decimal,
        effective: DateTime<Utc>,
        source: impl Into<Arc<str>>,
    ) -> Result<Self, Error> {
        if from == to {
            return Err(Error::RateLoop { path: vec![from, to], gain: value });
        }
        if value <= Decimal::ZERO {
            return Err(Error::BadRate { from, to, value });
        }
        Ok(Self { from, to, value, effective, source: source.into() })
    }

    /// What one unit is given of.
    #[must_use]
    pub fn from(&self) -> Currency {
        self.from
    }

    /// What it is paid in.
    #[must_use]
    pub fn to(&self) -> Currency {
        self.to
    }

    /// How much is paid for one unit; always above zero.
    #[must_use]
    pub fn value(&self) -> Decimal {
        self.value
    }

    /// Since when it holds.
    #[must_use]
    pub fn effective(&self) -> DateTime<Utc> {
        self.effective
    }

    /// Who says so: `"ECB"`, a bank, a person.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Rate", deny_unknown_fields)]
struct Wire {
    from: Currency,
    to: Currency,
    value: String,
    effective: DateTime<Utc>,
    source: String,
}

impl TryFrom<Wire> for Rate {
    type Error = Error;

    fn try_from(wire: Wire) -> Result<Self, Error> {
        Self::new(wire.from, wire.to, exact::parse(&wire.value)?, wire.effective, wire.source)
    }
}

impl From<Rate> for Wire {
    fn from(rate: Rate) -> Self {
        let Rate { from, to, value, effective, source } = rate;
        Self { from, to, value: value.to_string(), effective, source: source.to_string() }
    }
}
