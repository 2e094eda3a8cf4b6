//! How much is sent at a time, and how long to wait after a failure.

use std::time::Duration;

const FIRST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_secs(60);

/// Grows slower and smaller with each failure, and quick again with each success.
#[derive(Debug)]
pub(super) struct Pace {
    failures: u32,
    size: usize,
    most: usize,
}

impl Pace {
    /// At most so many records at a time.
    pub(super) fn new(most: usize) -> Self {
        Self { failures: 0, size: most.max(1), most: most.max(1) }
    }

    /// How many records to send now.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    pub(super) fn succeeded(&mut self) {
        self.failures = 0;
        self.size = self.most.min(self.size.saturating_mul(2));
    }

    /// Takes note of a failure; gives how long to wait. Fewer records may go where many are too large, or take too long.
    pub(super) fn failed(&mut self) -> Duration {
        let pause = LONGEST.min(FIRST.saturating_mul(2_u32.saturating_pow(self.failures)));
        self.failures = self.failures.saturating_add(1);
        self.size = (self.size / 2).max(1);
        pause
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_makes_it_slower_and_smaller_up_to_a_bound_and_successes_restore_it() {
        let mut pace = Pace::new(500);
        let pauses: Vec<_> = (0..40).map(|_| pace.failed().as_millis()).collect();
        assert_eq!(pauses[..9], [500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
        assert_eq!((pauses[39], pace.size()), (60_000, 1));
        pace.succeeded();
        assert_eq!((pace.size(), pace.failed().as_millis()), (2, 500));
        (0..20).for_each(|_| pace.succeeded());
        assert_eq!(pace.size(), 500);
    }
}
