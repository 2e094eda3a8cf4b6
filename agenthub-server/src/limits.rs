//! Rate limits: of a principal, of an address, and of attempts to sign in.

use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicU32};

use agenthub_core::audit::Actor;
use agenthub_core::error::{Code, Error, Result};
use agenthub_core::organization::OrganizationId;
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::settings::Settings;

/// How many keys one limiter remembers. When there are more, those that are idle are forgotten, and if that does not
/// help, newcomers share one allowance: memory stays bounded whatever addresses a client invents.
const MAX_KEYS: usize = 100_000;

/// After how many requests a limiter looks at its size.
const TIDY_EVERY: u32 = 1024;

/// Who is counted together.
type Principal = (OrganizationId, Actor);

pub(crate) struct Limits {
    principals: Limiter<Principal>,
    addresses: Limiter<IpAddr>,
    attempts: Limiter<IpAddr>,
}

impl Limits {
    pub(crate) fn new(settings: &Settings) -> Self {
        Self {
            principals: Limiter::new(settings.rate_limit_principal),
            addresses: Limiter::new(settings.rate_limit_address),
            attempts: Limiter::new(settings.rate_limit_auth),
        }
    }

    /// Counts a request of a user or key.
    pub(crate) fn principal(&self, organization: OrganizationId, actor: &Actor) -> Result<()> {
        self.principals.count(|| (organization, actor.clone()))
    }

    /// Counts a request of an address.
    pub(crate) fn address(&self, address: IpAddr) -> Result<()> {
        self.addresses.count(|| network(address))
    }

    /// Counts an attempt to sign in or register.
    pub(crate) fn attempt(&self, address: IpAddr) -> Result<()> {
        self.attempts.count(|| network(address))
    }
}

/// One subscriber has a whole /64 of IPv6 addresses, so that is what is counted.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => v6
            .to_ipv4_mapped()
            .map_or_else(|| IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64))), IpAddr::V4),
    }
}

/// A limit for each key, or none at all.
struct Limiter<K: Hash + Eq + Clone> {
    limiter: Option<DefaultKeyedRateLimiter<Option<K>>>,
    counted: AtomicU32,
    is_full: AtomicBool,
}

impl<K: Hash + Eq + Clone> Limiter<K> {
    fn new(per_minute: Option<NonZeroU32>) -> Self {
        let limiter = per_minute.map(|count| RateLimiter::keyed(Quota::per_minute(count)));
        Self { limiter, counted: AtomicU32::new(0), is_full: AtomicBool::new(false) }
    }

    fn count(&self, key: impl FnOnce() -> K) -> Result<()> {
        let Some(limiter) = &self.limiter else { return Ok(()) };
        if self.counted.fetch_add(1, Relaxed).is_multiple_of(TIDY_EVERY) {
            self.tidy(limiter);
        }
        let key = if self.is_full.load(Relaxed) { None } else { Some(key()) };
        limiter.check_key(&key).map_err(|refused| {
            let wait = refused.wait_time_from(DefaultClock::default().now());
            Error::new(Code::RATE_LIMITED).with("seconds", wait.as_secs() + 1).retry_in(wait)
        })
    }

    /// Counting the keys takes all their locks, so it is done now and then.
    fn tidy(&self, limiter: &DefaultKeyedRateLimiter<Option<K>>) {
        if limiter.len() > MAX_KEYS / 2 {
            limiter.retain_recent();
        }
        self.is_full.store(limiter.len() >= MAX_KEYS, Relaxed);
    }
}
