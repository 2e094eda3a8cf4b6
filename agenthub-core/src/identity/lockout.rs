//! How long an account rests after failed attempts to sign in.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};

use crate::error::{Code, Error, Result};
use crate::user::User;

/// From this failure in a row on, the account rests.
const PATIENCE: u32 = 5;

/// It rests no longer than this many seconds.
const LONGEST: i64 = 15 * 60;

/// Refuses an attempt at an account that rests.
///
/// # Errors
/// `auth.locked`.
pub(super) fn refuse_locked(user: &User, now: DateTime<Utc>) -> Result<()> {
    let Some(until) = user.locked_until.filter(|until| now < *until) else { return Ok(()) };
    let milliseconds = (until - now).num_milliseconds().unsigned_abs();
    let seconds = milliseconds.div_ceil(1000).max(1);
    Err(Error::new(Code::LOCKED).with("seconds", seconds).retry_in(Duration::from_secs(seconds)))
}

/// Counts a failed attempt; from the fifth on the account rests, each time twice as long.
pub(super) fn count_failure(user: &mut User, now: DateTime<Utc>) {
    user.failed_attempts = user.failed_attempts.saturating_add(1);
    if let Some(beyond) = user.failed_attempts.checked_sub(PATIENCE) {
        let seconds = 1_i64.checked_shl(beyond).filter(|it| (1..LONGEST).contains(it)).unwrap_or(LONGEST);
        user.locked_until = Some(now + TimeDelta::seconds(seconds));
    }
}

/// Is it so many failures that somebody should look?
pub(super) fn is_worrying(user: &User) -> bool {
    user.failed_attempts >= PATIENCE
}
