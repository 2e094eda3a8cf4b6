//! What readers could not be told in their language.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

/// How many misses are kept: keys may come from outside, so there must be an end to them.
const BOUND: usize = 1000;

/// Something a reader was not told in their language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Miss {
    /// No language has the message.
    Key {
        /// The key as asked for.
        key: String,
    },
    /// The language lacks the message; another one spoke.
    Translation {
        /// The key as asked for.
        key: String,
        /// The language as asked for.
        language: String,
    },
    /// Nothing is there in the language.
    Language {
        /// The language as asked for.
        language: String,
    },
    /// The message was put together without some of its arguments, or not at all.
    Message {
        /// The key as asked for.
        key: String,
        /// What was wrong.
        reason: String,
    },
}

/// The misses so far, each reported once to the log.
#[derive(Debug, Default)]
pub(super) struct Misses(Mutex<HashSet<Miss>>);

impl Misses {
    pub(super) fn report(&self, miss: Miss) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() < BOUND && seen.insert(miss.clone()) {
            tracing::warn!(?miss, "a reader was not told something in their language");
        }
    }

    pub(super) fn all(&self) -> Vec<Miss> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }
}
