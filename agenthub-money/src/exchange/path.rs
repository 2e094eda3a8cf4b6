//! The way from one currency to another.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{Rate, RateTable};
use crate::rounding::{Ratio, scaled};
use crate::{Currency, Decimal, Error, Rounding};

/// One rate on the way, used as it stands or upside down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ConversionStep))]
pub struct Step {
    /// The rate.
    pub rate: Rate,
    /// Whether it was divided by instead of multiplied with.
    pub inverse: bool,
}

impl Step {
    /// Where the step starts.
    #[must_use]
    pub fn from(&self) -> Currency {
        if self.inverse { self.rate.to() } else { self.rate.from() }
    }

    /// Where it ends.
    #[must_use]
    pub fn to(&self) -> Currency {
        if self.inverse { self.rate.from() } else { self.rate.to() }
    }

    pub(super) fn apply(&self, amount: Ratio) -> Ratio {
        if self.inverse { amount.divide(self.rate.value()) } else { amount.multiply(self.rate.value()) }
    }
}

/// The steps of a conversion in order; none if both currencies are the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Path {
    steps: Vec<Step>,
}

impl Path {
    /// The steps.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What one unit becomes on the whole way, for people to read: rounded to sixteen decimals. Conversions do not
    /// use it; they round only their result.
    ///
    /// # Errors
    /// [`Error::Overflow`] if it does not fit 28 digits.
    pub fn rate(&self) -> Result<Decimal, Error> {
        const SHOWN: u32 = 16;
        let whole = self.steps.iter().fold(Ratio::of(Decimal::ONE), |rate, step| step.apply(rate));
        Ok(scaled(whole.shift(SHOWN).round(Rounding::HalfEven), SHOWN)?.normalize())
    }

    /// Whether the steps lead from one currency to the other, each starting where the last ended and none coming
    /// back to where the way has been.
    pub(super) fn check(&self, from: Currency, to: Currency) -> Result<(), Error> {
        let mut visited = vec![from];
        for step in &self.steps {
            let here = visited.last().copied().unwrap_or(from);
            if step.from() != here {
                return Err(Error::mismatch(here, step.from()));
            }
            visited.push(step.to());
            if visited.iter().filter(|currency| **currency == step.to()).count() > 1 {
                return Err(Error::RateLoop { path: visited, gain: step.rate.value() });
            }
        }
        let end = visited.last().copied().unwrap_or(from);
        if end == to { Ok(()) } else { Err(Error::mismatch(to, end)) }
    }
}

/// `USD → EUR → JPY`.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut steps = self.steps.iter();
        let Some(first) = steps.next() else {
            return f.write_str("no exchange");
        };
        write!(f, "{} → {}", first.from(), first.to())?;
        steps.try_for_each(|step| write!(f, " → {}", step.to()))
    }
}

/// The first way that is fresh enough: the rate itself, its inverse, then through the base.
pub(super) fn find(
    table: &RateTable,
    from: Currency,
    to: Currency,
    at: DateTime<Utc>,
    oldest: Option<TimeDelta>,
) -> Result<Path, Error> {
    if from == to {
        return Ok(Path::default());
    }
    let search = Search { table, at, oldest };
    let direct = search.step(from, to);
    match (direct, table.base()) {
        (Ok(step), _) => Ok(Path { steps: vec![step] }),
        (Err(error), Some(base)) if base != from && base != to => {
            search.through(from, base, to).map_err(|other| worse(error, other))
        }
        (Err(error), _) => Err(error),
    }
}

/// That a rate is too old tells more than that there is none.
fn worse(direct: Error, round: Error) -> Error {
    match (&direct, &round) {
        (Error::StaleRate { .. }, _) => direct,
        (_, Error::StaleRate { .. }) => round,
        _ => direct,
    }
}

struct Search<'a> {
    table: &'a RateTable,
    at: DateTime<Utc>,
    oldest: Option<TimeDelta>,
}

impl Search<'_> {
    fn through(&self, from: Currency, base: Currency, to: Currency) -> Result<Path, Error> {
        Ok(Path { steps: vec![self.step(from, base)?, self.step(base, to)?] })
    }

    /// The rate itself or its inverse: whichever is newer, the rate itself if they are of one time.
    fn step(&self, from: Currency, to: Currency) -> Result<Step, Error> {
        let given = self.table.rate(from, to, self.at).map(|rate| (rate, false));
        let inverse = self.table.rate(to, from, self.at).map(|rate| (rate, true));
        let newest = [inverse, given].into_iter().flatten().max_by_key(|(rate, _)| rate.effective());
        let Some((rate, inverse)) = newest else {
            return Err(Error::NoRate { from, to, at: self.at });
        };
        match self.oldest {
            Some(allowed) if self.at - rate.effective() > allowed => {
                Err(Error::StaleRate { from, to, age: self.at - rate.effective(), allowed })
            }
            _ => Ok(Step { rate: rate.clone(), inverse }),
        }
    }
}
