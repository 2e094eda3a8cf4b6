//! How an agent does: calls in flight, success, answer times, and the circuit breaker.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::time::Duration;

use chrono::{DateTime, Utc};

/// How much the last call counts in the running means: about the last twenty calls matter.
const WEIGHT: f64 = 0.1;

/// How an agent does on this node. Shared by everybody who calls it; never locked but when it fails.
#[derive(Debug)]
pub(crate) struct Vitals {
    in_flight: AtomicU32,
    /// Exponentially weighted share of successes, as the bits of an `f64`.
    success: AtomicU64,
    /// Exponentially weighted answer time in milliseconds, as the bits of an `f64`; of successes only.
    latency_ms: AtomicU64,
    faults_in_a_row: AtomicU32,
    /// Since when the breaker is open, where it is.
    open: Mutex<Option<Open>>,
}

/// An open breaker.
#[derive(Debug, Clone, Copy)]
struct Open {
    until: DateTime<Utc>,
    /// Whether the one call that tries the agent again is on its way.
    probing: bool,
}

impl Default for Vitals {
    fn default() -> Self {
        Self {
            in_flight: AtomicU32::new(0),
            success: AtomicU64::new(1.0_f64.to_bits()),
            latency_ms: AtomicU64::new(0.0_f64.to_bits()),
            faults_in_a_row: AtomicU32::new(0),
            open: Mutex::new(None),
        }
    }
}

impl Vitals {
    pub(crate) fn in_flight(&self) -> u32 {
        self.in_flight.load(Ordering::Relaxed)
    }

    /// The share of successes, 0 to 1; an agent that was never called is trusted.
    pub(crate) fn success(&self) -> f64 {
        f64::from_bits(self.success.load(Ordering::Relaxed))
    }

    pub(crate) fn latency_ms(&self) -> f64 {
        f64::from_bits(self.latency_ms.load(Ordering::Relaxed))
    }

    /// For how long the breaker stays open; `None` where a call may go through (perhaps the one that tries again).
    pub(crate) fn resting(&self, now: DateTime<Utc>) -> Option<Duration> {
        if self.faults_in_a_row.load(Ordering::Relaxed) == 0 {
            return None;
        }
        let open = (*crate::sync::lock(&self.open))?;
        let left = (open.until - now).to_std().unwrap_or_default();
        (open.probing || !left.is_zero()).then(|| left.max(Duration::from_secs(1)))
    }

    /// Takes one of `limit` places for a call, and the breaker's leave; `None` where there is none.
    pub(crate) fn admit(&self, limit: Option<u32>, now: DateTime<Utc>) -> Option<Place<'_>> {
        let limit = limit.unwrap_or(u32::MAX);
        let took = self
            .in_flight
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |calls| (calls < limit).then(|| calls + 1));
        took.ok()?;
        let place = Place(self);
        self.may_try(now).then_some(place)
    }

    /// Whether the breaker lets a call through; after its rest, one.
    fn may_try(&self, now: DateTime<Utc>) -> bool {
        if self.faults_in_a_row.load(Ordering::Relaxed) == 0 {
            return true;
        }
        match crate::sync::lock(&self.open).as_mut() {
            None => true,
            Some(open) if open.probing || now < open.until => false,
            Some(open) => {
                open.probing = true;
                true
            }
        }
    }

    /// A call succeeded.
    pub(crate) fn succeeded(&self, took: Duration) {
        mix(&self.success, 1.0);
        let ms = took.as_secs_f64() * 1000.0;
        if self.latency_ms() == 0.0 {
            self.latency_ms.store(ms.to_bits(), Ordering::Relaxed);
        } else {
            mix(&self.latency_ms, ms);
        }
        self.close();
    }

    /// A call ended without telling anything of the agent: the caller was wrong, or went away.
    pub(crate) fn neutral(&self) {
        if self.faults_in_a_row.load(Ordering::Relaxed) > 0
            && let Some(open) = crate::sync::lock(&self.open).as_mut()
        {
            open.probing = false;
        }
    }

    /// A call failed by the agent's fault. After `faults` in a row the breaker opens for `rest`.
    pub(crate) fn failed(&self, faults: u32, rest: Duration, now: DateTime<Utc>) {
        mix(&self.success, 0.0);
        let in_a_row = self.faults_in_a_row.fetch_add(1, Ordering::Relaxed).saturating_add(1);
        let mut open = crate::sync::lock(&self.open);
        if in_a_row >= faults || open.is_some() {
            *open = Some(Open { until: now + rest, probing: false });
        }
    }

    fn close(&self) {
        if self.faults_in_a_row.swap(0, Ordering::Relaxed) > 0 {
            *crate::sync::lock(&self.open) = None;
        }
    }
}

/// A call's place among those that an agent takes at a time; given back when dropped.
#[derive(Debug)]
pub(crate) struct Place<'v>(&'v Vitals);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.in_flight.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Mixes a value into a running mean. Two calls at the same time may lose one of the two, which a mean bears.
fn mix(mean: &AtomicU64, value: f64) {
    let old = f64::from_bits(mean.load(Ordering::Relaxed));
    mean.store((old + WEIGHT * (value - old)).to_bits(), Ordering::Relaxed);
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    const REST: Duration = Duration::from_secs(10);

    fn noon() -> DateTime<Utc> {
        "2026-11-20T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn after_some_faults_in_a_row_an_agent_is_left_alone_and_then_tried_once() {
        let vitals = Vitals::default();
        for _ in 0..3 {
            assert!(vitals.admit(None, noon()).is_some());
            vitals.failed(3, REST, noon());
        }
        assert!(vitals.admit(None, noon()).is_none());
        assert_eq!(vitals.resting(noon()), Some(REST));

        let later = noon() + TimeDelta::seconds(10);
        let probe = vitals.admit(None, later);
        assert!(probe.is_some());
        assert!(vitals.admit(None, later).is_none(), "one try at a time");
        vitals.succeeded(Duration::from_millis(5));
        assert!(vitals.admit(None, later).is_some());
    }

    #[test]
    fn a_failed_try_rests_again_and_a_try_that_tells_nothing_may_be_repeated() {
        let vitals = Vitals::default();
        vitals.failed(1, REST, noon());
        let later = noon() + TimeDelta::seconds(10);
        assert!(vitals.admit(None, later).is_some());
        vitals.neutral();
        assert!(vitals.admit(None, later).is_some());
        vitals.failed(1, REST, later);
        assert!(vitals.admit(None, later).is_none());
    }

    #[test]
    fn a_limit_of_calls_at_a_time_holds() {
        let vitals = Vitals::default();
        let first = vitals.admit(Some(1), noon());
        assert!(first.is_some());
        assert!(vitals.admit(Some(1), noon()).is_none());
        drop(first);
        assert!(vitals.admit(Some(1), noon()).is_some());
    }
}
