//! What time it is: the system's answer, or a test's.

use std::fmt;
use std::sync::Mutex;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};

/// Tells the time, cut to microseconds, which is what every store keeps.
pub trait Clock: fmt::Debug + Send + Sync + 'static {
    /// The present moment.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    fn now(&self) -> DateTime<Utc> {
        cut(Utc::now())
    }
}

/// A clock that stands still until it is told to move, for tests of what depends on time.
///
/// ```
/// use agenthub_core::{Clock, ManualClock};
/// use chrono::TimeDelta;
///
/// let clock = ManualClock::starting_at("2026-11-20T12:00:00Z".parse()?);
/// let before = clock.now();
/// clock.advance(TimeDelta::minutes(5));
/// assert_eq!(clock.now() - before, TimeDelta::minutes(5));
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Debug)]
pub struct ManualClock(Mutex<DateTime<Utc>>);

impl ManualClock {
    /// A clock that shows `start`.
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        Self(Mutex::new(cut(start)))
    }

    /// Moves the time forward, or back where `by` is negative.
    pub fn advance(&self, by: TimeDelta) {
        *crate::sync::lock(&self.0) += by;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        *crate::sync::lock(&self.0)
    }
}

fn cut(time: DateTime<Utc>) -> DateTime<Utc> {
    time.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(time)
}
