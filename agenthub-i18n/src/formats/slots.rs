//! Places for formatters that are made when first asked for.

use std::sync::OnceLock;

/// `N` places, each filled once, on first use; `None` where ICU4X has no data.
#[derive(Debug)]
pub(super) struct Slots<T, const N: usize>([OnceLock<Option<Box<T>>>; N]);

impl<T, const N: usize> Default for Slots<T, N> {
    fn default() -> Self {
        Self([const { OnceLock::new() }; N])
    }
}

impl<T, const N: usize> Slots<T, N> {
    pub(super) fn get<E>(&self, place: usize, make: impl FnOnce() -> Result<T, E>) -> Option<&T> {
        self.0.get(place)?.get_or_init(|| make().ok().map(Box::new)).as_deref()
    }
}
