//! What a conversion did, kept so that anybody can do it again.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Path, convert::follow};
use crate::{Error, Money, Rounding};

/// A conversion and everything it was made from: rates with their times and sources, the way, the rounding.
///
/// It needs no table to be checked: keep it as JSON beside the booking, and [`verify`](Self::verify) it years later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Conversion {
    /// What was given.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::ExactMoney))]
    pub from: Money,
    /// What came out.
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::ExactMoney))]
    pub to: Money,
    /// The rates, in the order they were applied.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<super::Step>))]
    pub path: Path,
    /// The time whose rates were asked for.
    pub at: DateTime<Utc>,
    /// To how many decimals the result was rounded.
    pub decimals: u32,
    /// How it was rounded, once, at the end.
    pub rounding: Rounding,
}

impl Conversion {
    /// Does the conversion again from what the receipt states.
    ///
    /// # Errors
    /// [`Error::CurrencyMismatch`] or [`Error::RateLoop`] if the steps do not lead from one currency to the other,
    /// [`Error::Overflow`] if the result does not fit 28 digits.
    pub fn recompute(&self) -> Result<Money, Error> {
        self.path.check(self.from.currency(), self.to.currency())?;
        follow(self.from, self.to.currency(), &self.path, self.decimals, self.rounding)
    }

    /// Whether the receipt is what its rates and rounding give.
    ///
    /// # Errors
    /// [`Error::ReceiptMismatch`] if they give something else; else as [`recompute`](Self::recompute).
    pub fn verify(&self) -> Result<(), Error> {
        let recomputed = self.recompute()?;
        if recomputed == self.to {
            return Ok(());
        }
        Err(Error::ReceiptMismatch { stated: self.to, recomputed })
    }
}
