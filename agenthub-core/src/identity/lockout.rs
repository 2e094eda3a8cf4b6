//! How long a mail address rests after failed attempts to sign in with it.
//!
//! Whether a user has the address makes no difference: a lock that only users met would tell who is one.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use crate::error::{Code, Error, Result};
use crate::user::FailedAttempts;

/// From this failure in a row on, the address rests.
const PATIENCE: u32 = 5;

/// It rests no longer than this many seconds.
const LONGEST: i64 = 15 * 60;

/// After so long without another one, failures are forgotten.
const MEMORY: TimeDelta = TimeDelta::days(1);

/// Of how many addresses failures are kept in mind for longer than until the next purge. Whoever tries out ever new
/// addresses fills no disk, and pushes out those with one failure before those that rest.
pub(super) const KEPT: u32 = 100_000;

/// What stands for a mail address, whatever was sent for one: short, and nobody's name.
pub(super) fn address(email: &str) -> [u8; 32] {
    Sha256::digest(email).into()
}

/// Failures before this time are forgotten.
pub(super) fn memory(now: DateTime<Utc>) -> DateTime<Utc> {
    now - MEMORY
}

/// Refuses an attempt with an address that rests.
///
/// # Errors
/// `auth.locked`.
pub(super) fn refuse_locked(failed: Option<FailedAttempts>, now: DateTime<Utc>) -> Result<()> {
    let Some(until) = failed.and_then(locked_until).filter(|until| now < *until) else { return Ok(()) };
    let milliseconds = (until - now).num_milliseconds().unsigned_abs();
    let seconds = milliseconds.div_ceil(1000).max(1);
    Err(Error::new(Code::LOCKED).with("seconds", seconds).retry_in(Duration::from_secs(seconds)))
}

/// Until when the address rests: from the fifth failure on, each time twice as long.
pub(super) fn locked_until(failed: FailedAttempts) -> Option<DateTime<Utc>> {
    let beyond = failed.failures.checked_sub(PATIENCE)?;
    let seconds = 1_i64.checked_shl(beyond).filter(|it| (1..LONGEST).contains(it)).unwrap_or(LONGEST);
    Some(failed.last_at + TimeDelta::seconds(seconds))
}
