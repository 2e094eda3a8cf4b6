//! Passwords: hashed with argon2id, a few at a time, on threads of their own.

mod rules;

use std::sync::Arc;
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{Error as HashError, PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

pub(crate) use rules::check;

use crate::error::{Code, Error, Result};

/// How many may wait for each worker. At some 30 ms a hash nobody waits for much longer than a second.
const WAITING_PER_WORKER: usize = 32;

/// How long somebody should wait who found the queue full.
const RETRY_IN: Duration = Duration::from_secs(1);

/// A hash that no password is known for. It stands in where there is no user, so that finding none takes as long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdCEhIQ$q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA";

/// Hashes and verifies passwords. At most so many at a time, as each takes a thread and 19 MiB; a bounded number wait.
#[derive(Debug)]
pub(crate) struct Passwords {
    /// One for each that is worked on or waits.
    places: Arc<Semaphore>,
    workers: Arc<Semaphore>,
}

/// What a password's hash says of a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// It is the one that was hashed.
    pub(crate) right: bool,
    /// The hash was made with other parameters than today's.
    pub(crate) outdated: bool,
}

impl Passwords {
    pub(crate) fn new(workers: usize) -> Self {
        let workers = workers.clamp(1, Semaphore::MAX_PERMITS / (WAITING_PER_WORKER + 1));
        let places = workers * (WAITING_PER_WORKER + 1);
        Self { places: Arc::new(Semaphore::new(places)), workers: Arc::new(Semaphore::new(workers)) }
    }

    /// Hashes a password, in PHC form with a new salt.
    ///
    /// # Errors
    /// `request.rate_limited` where too many wait already.
    pub(crate) async fn hash(&self, password: &SecretString) -> Result<SecretString> {
        let password = password.clone();
        let made = self.work(move || Argon2::default().hash_password(password.expose_secret().as_bytes()));
        let hash = made.await?.map_err(|e| Error::internal("cannot hash a password").source(e))?;
        Ok(SecretString::from(hash.to_string()))
    }

    /// Compares a password with a hash; without one it works as long, and finds that it is wrong.
    ///
    /// # Errors
    /// `request.rate_limited` where too many wait already; `store.corrupt` where the hash is none.
    pub(crate) async fn verify(
        &self,
        password: &SecretString,
        hash: Option<&SecretString>,
    ) -> Result<Verdict> {
        let password = password.clone();
        let hash = PasswordHash::new(hash.map_or(NOBODY, ExposeSecret::expose_secret))
            .map_err(|e| corrupt(e.into()))?;
        let outdated = !is_current(&hash);
        let checked = self.work(move || {
            let password = password.expose_secret().as_bytes();
            Argon2::default().verify_password(password, &hash)
        });
        match checked.await? {
            Ok(()) => Ok(Verdict { right: true, outdated }),
            Err(HashError::PasswordInvalid) => Ok(Verdict { right: false, outdated }),
            Err(error) => Err(corrupt(error)),
        }
    }

    /// Does one piece of work on a thread where it may take its time.
    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            metrics::counter!("agenthub_password_refused_total").increment(1);
            return Err(Error::new(Code::RATE_LIMITED)
                .with("seconds", RETRY_IN.as_secs())
                .retry_in(RETRY_IN));
        };
        let worker = Arc::clone(&self.workers).acquire_owned().await;
        let worker = worker.map_err(|e| Error::internal("the password workers are gone").source(e))?;
        metrics::counter!("agenthub_password_hashes_total").increment(1);
        let done = tokio::task::spawn_blocking(move || {
            // Given back when the work is done, also where nobody waits for it any more.
            let _held = (place, worker);
            work()
        });
        done.await
            .map_err(|e| Error::internal("a password worker stopped in the middle of its work").source(e))
    }
}

/// Was this hash made as new ones are?
fn is_current(hash: &PasswordHash) -> bool {
    hash.algorithm == Algorithm::Argon2id.ident()
        && hash.version == Some(Version::V0x13.into())
        && Params::try_from(hash).is_ok_and(|params| costs(&params) == costs(&Params::DEFAULT))
}

/// Memory, passes, threads.
fn costs(params: &Params) -> [u32; 3] {
    [params.m_cost(), params.t_cost(), params.p_cost()]
}

fn corrupt(error: HashError) -> Error {
    Error::new(Code::STORE_CORRUPT).with("what", "users.password_hash").source(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> SecretString {
        SecretString::from(text)
    }

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let passwords = Passwords::new(2);
        let hash = passwords.hash(&secret("correct horse")).await.unwrap();
        let right = passwords.verify(&secret("correct horse"), Some(&hash)).await.unwrap();
        let wrong = passwords.verify(&secret("correct house"), Some(&hash)).await.unwrap();
        assert_eq!(right, Verdict { right: true, outdated: false });
        assert_eq!(wrong, Verdict { right: false, outdated: false });
    }

    #[tokio::test]
    async fn nobody_s_hash_costs_what_a_new_one_costs_and_fits_nothing() {
        let verdict = Passwords::new(1).verify(&secret("anything"), None).await.unwrap();
        assert_eq!(verdict, Verdict { right: false, outdated: false });
    }

    #[tokio::test]
    async fn a_hash_of_other_parameters_is_outdated() {
        let cheap = Argon2::from(Params::new(64, 1, 1, None).unwrap());
        let hash = secret(&cheap.hash_password(b"correct horse").unwrap().to_string());
        let verdict = Passwords::new(1).verify(&secret("correct horse"), Some(&hash)).await.unwrap();
        assert_eq!(verdict, Verdict { right: true, outdated: true });
    }

    #[tokio::test]
    async fn a_text_that_is_no_hash_is_corrupt() {
        let error = Passwords::new(1).verify(&secret("x"), Some(&secret("plain"))).await.unwrap_err();
        assert_eq!(error.code(), Code::STORE_CORRUPT);
    }
}
