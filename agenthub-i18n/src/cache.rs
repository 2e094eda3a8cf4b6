//! A small map that is read without a lock.

use std::sync::Arc;

use arc_swap::ArcSwap;
use rustc_hash::FxHashMap;

/// How many entries are kept. Tags come from outside, so there must be an end to them.
const BOUND: usize = 256;

/// Copy-on-write map from a language tag: a read is one atomic load, a new entry copies the map.
///
/// A full map starts again empty. Real readers use a few dozen tags and never get there; somebody who
/// sends a new tag with every call costs a rebuild, not memory.
#[derive(Debug)]
pub(crate) struct Cache<V>(ArcSwap<FxHashMap<Box<str>, Arc<V>>>);

impl<V> Default for Cache<V> {
    fn default() -> Self {
        Self(ArcSwap::default())
    }
}

impl<V> Cache<V> {
    pub(crate) fn get_or_make(&self, tag: &str, make: impl FnOnce() -> V) -> Arc<V> {
        let kept = self.0.load().get(tag).cloned();
        kept.unwrap_or_else(|| self.add(tag, make()))
    }

    /// Uses an entry where it stands, which spares counting its users.
    pub(crate) fn with<R>(&self, tag: &str, make: impl FnOnce() -> V, on: impl FnOnce(&V) -> R) -> R {
        match self.0.load().get(tag) {
            Some(kept) => on(kept),
            None => on(&self.add(tag, make())),
        }
    }

    fn add(&self, tag: &str, made: V) -> Arc<V> {
        let made = Arc::new(made);
        self.0.rcu(|map| {
            let mut map = if map.len() < BOUND { FxHashMap::clone(map) } else { FxHashMap::default() };
            map.insert(tag.into(), made.clone());
            map
        });
        made
    }
}

#[cfg(test)]
mod tests {
    use super::{BOUND, Cache};

    #[test]
    fn a_flood_of_tags_does_not_grow_the_cache_without_end() {
        let cache = Cache::default();
        for tag in 0..10 * BOUND {
            cache.get_or_make(&tag.to_string(), || tag);
        }
        assert!(cache.0.load().len() <= BOUND);
        assert_eq!(*cache.get_or_make("7", || 7), 7);
    }
}
