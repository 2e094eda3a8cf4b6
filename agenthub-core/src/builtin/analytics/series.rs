//! A value by period: the series that trend, anomalies and forecast are about.

use super::faults::fault;
use super::period::Period;
use super::table::{Dates, Numbers, Sum};
use super::work::Stop;
use crate::error::{Result, Word};

/// The most periods that a series may have.
const MAX_PERIODS: i64 = 200_000;

/// How the values of one period become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aggregate {
    /// Their sum.
    Sum,
    /// Their mean.
    Mean,
    /// How many they are.
    Count,
}

impl Aggregate {
    /// Every aggregate by its name.
    pub(super) const ALL: [(&'static str, Self); 3] =
        [("sum", Self::Sum), ("mean", Self::Mean), ("count", Self::Count)];
}

/// A value for each of a run of periods.
#[derive(Debug, Clone)]
pub(super) struct Series {
    /// How long a step is; without one the steps are just numbered.
    pub(super) period: Option<Period>,
    /// The number of the first period.
    pub(super) first: i64,
    /// The values, one for each period.
    pub(super) values: Vec<f64>,
    /// How many rows each period has.
    pub(super) counts: Vec<usize>,
    /// How many periods had no rows and were filled.
    pub(super) filled: usize,
}

impl Series {
    /// A series of the values as they stand, without dates.
    pub(super) fn numbered(numbers: &Numbers) -> Self {
        let values: Vec<f64> = numbers.values.iter().copied().filter(|value| !value.is_nan()).collect();
        Self { period: None, first: 1, counts: vec![1; values.len()], values, filled: 0 }
    }

    /// Adds up the rows that `take` by period.
    pub(super) fn new(
        numbers: &Numbers,
        dates: &Dates,
        period: Period,
        aggregate: Aggregate,
        take: impl Fn(usize) -> bool,
        stop: &Stop,
    ) -> Result<Self> {
        let wanted = |row: &usize| take(*row) && !numbers.values[*row].is_nan();
        let rows = (0..numbers.values.len()).filter(wanted);
        let dated = rows.filter_map(|row| Some((row, dates.get(row)?)));
        let (mut first, mut last) = (i64::MAX, i64::MIN);
        for (_, seconds) in dated.clone() {
            first = first.min(seconds);
            last = last.max(seconds);
        }
        if first > last {
            return Err(fault("/table", Word::TABLE_NO_DATED_VALUE));
        }
        let (first, last) = (period.index(first), period.index(last));
        let length = last - first + 1;
        if length > MAX_PERIODS {
            let (from, to, name) = (period.label(first), period.label(last), period.name());
            return Err(fault(
                "/period",
                Word::TABLE_STEPS
                    .with("from", from)
                    .with("to", to)
                    .with("steps", length)
                    .with("period", name)
                    .with("max", MAX_PERIODS),
            ));
        }
        let mut sums = vec![Sum::new(numbers.decimals); length as usize];
        let mut counts = vec![0; length as usize];
        for (row, seconds) in dated {
            stop.every(row)?;
            let place = (period.index(seconds) - first) as usize;
            sums[place].add(numbers.values[row]);
            counts[place] += 1;
        }
        let values = sums.iter().zip(&counts).map(|(sum, count)| aggregate.of(sum, *count)).collect();
        Ok(Self { period: Some(period), first, values, counts, filled: 0 }.fill())
    }

    /// Gives periods without rows a value: a mean is drawn straight between its neighbours; a sum or count is zero
    /// already.
    fn fill(mut self) -> Self {
        self.filled = self.counts.iter().filter(|count| **count == 0).count();
        let known: Vec<usize> = (0..self.values.len()).filter(|i| !self.values[*i].is_nan()).collect();
        for pair in known.windows(2) {
            let (from, to) = (self.values[pair[0]], self.values[pair[1]]);
            for i in pair[0] + 1..pair[1] {
                self.values[i] = from + (to - from) * (i - pair[0]) as f64 / (pair[1] - pair[0]) as f64;
            }
        }
        self
    }

    /// The name of the step at this place, which may lie after the end.
    pub(super) fn label(&self, place: usize) -> String {
        let index = self.first + place as i64;
        self.period.map_or_else(|| index.to_string(), |period| period.label(index))
    }

    /// The cycles of which the series has at least two, shortest first.
    pub(super) fn cycles(&self, asked: Option<usize>) -> Vec<usize> {
        let of_period = self.period.map_or(&[][..], Period::cycles);
        let all = asked.map_or_else(|| of_period.to_vec(), |season| vec![season]);
        all.into_iter().filter(|cycle| *cycle > 1 && self.values.len() > 2 * cycle).collect()
    }

    /// Leaves out the first and the last period where the data begin or end in their middle, and says which.
    ///
    /// A period counts as cut off when its dates end earlier (or begin later) within it than those of any whole
    /// period do.
    pub(super) fn whole_periods(mut self, dates: &Dates) -> (Self, Vec<String>) {
        let Some(period) = self.period.filter(|_| self.values.len() >= 4) else {
            return (self, Vec::new());
        };
        let mut begins = vec![i64::MAX; self.values.len()];
        let mut ends = vec![i64::MIN; self.values.len()];
        for seconds in dates.iter() {
            let index = period.index(seconds);
            let Some(place) = usize::try_from(index - self.first).ok().filter(|it| *it < begins.len()) else {
                continue;
            };
            let within = (seconds - period.start(index)) / 3_600;
            begins[place] = begins[place].min(within);
            ends[place] = ends[place].max(within);
        }
        let last = self.values.len() - 1;
        let inner = || (1..last).filter(|place| self.counts[*place] > 0);
        let cut_end = inner().map(|place| ends[place]).min().is_some_and(|earliest| ends[last] < earliest);
        let cut_start = inner().map(|place| begins[place]).max().is_some_and(|latest| begins[0] > latest);
        let mut left_out = Vec::new();
        if cut_start {
            left_out.push(self.label(0));
        }
        if cut_end {
            left_out.push(self.label(last));
            self.values.pop();
            self.counts.pop();
        }
        if cut_start {
            self.values.remove(0);
            self.counts.remove(0);
            self.first += 1;
        }
        (self, left_out)
    }
}

impl Aggregate {
    fn of(self, sum: &Sum, count: usize) -> f64 {
        match self {
            Self::Sum => sum.value(),
            Self::Count => count as f64,
            Self::Mean if count == 0 => f64::NAN,
            Self::Mean => sum.value() / count as f64,
        }
    }
}
