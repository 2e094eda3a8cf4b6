//! Locks that survive a panic: what they guard is replaced whole, so it is never half-changed.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Takes the lock, also after another holder panicked.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
