use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use agenthub_core::HubOptions;
use agenthub_core::error::{Code, ErrorKind};
use agenthub_core::store::{Platform, Store, Users};
use agenthub_core::user::User;
use argon2::password_hash::PasswordHasher;
use argon2::{Argon2, Params};
use metrics::{Counter, Gauge, Histogram, Key, KeyName, Metadata, Recorder, SharedString, Unit};
use secrecy::ExposeSecret;

use super::{House, PASSWORD, WRONG, code, secret};

const ADA: &str = "ada@example.org";

/// Counts how many passwords are hashed.
#[derive(Default)]
struct Hashes(Arc<AtomicU64>);

impl Recorder for Hashes {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        match key.name() {
            "agenthub_password_hashes_total" => Counter::from_arc(Arc::clone(&self.0)),
            _ => Counter::noop(),
        }
    }
    fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::noop()
    }
    fn register_histogram(&self, _: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::noop()
    }
}

/// Runs a test, to which it says how many passwords were hashed so far.
fn counting<T>(test: impl AsyncFnOnce(&dyn Fn() -> u64) -> T) -> T {
    let hashes = Hashes::default();
    let count = || hashes.0.load(Ordering::SeqCst);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    metrics::with_local_recorder(&hashes, || runtime.block_on(test(&count)))
}

async fn user(house: &House) -> User {
    house.store.platform().await.unwrap().users().by_email(ADA).await.unwrap().unwrap()
}

#[test]
fn an_unknown_address_costs_as_much_work_as_a_wrong_password() {
    counting(async |hashed| {
        let house = House::new();
        house.register(ADA).await;
        for email in [ADA, "bob@example.org", "no address"] {
            let before = hashed();
            assert_eq!(code(house.login(email, WRONG).await), Code::BAD_CREDENTIALS);
            assert_eq!(hashed() - before, 1, "{email}");
        }
    });
}

#[test]
fn a_sign_in_costs_one_hash() {
    counting(async |hashed| {
        let house = House::new();
        house.register(ADA).await;
        let before = hashed();
        house.login(ADA, PASSWORD).await.unwrap();
        assert_eq!(hashed() - before, 1);
    });
}

#[test]
fn an_address_that_rests_costs_no_work() {
    counting(async |hashed| {
        let house = House::new();
        house.register(ADA).await;
        for email in [ADA, "bob@example.org"] {
            for _ in 0..5 {
                house.login(email, WRONG).await.unwrap_err();
            }
            let before = hashed();
            for _ in 0..100 {
                assert_eq!(code(house.login(email, PASSWORD).await), Code::LOCKED);
            }
            assert_eq!(hashed(), before);
        }
    });
}

#[test]
fn a_taken_address_costs_as_much_work_as_a_free_one() {
    counting(async |hashed| {
        let house = House::new();
        house.register(ADA).await;
        assert_eq!(hashed(), 1);
        let taken = agenthub_core::identity::Registration::new(ADA, secret(PASSWORD));
        let refused = house.hub.identity().register(taken, super::request()).await;
        assert_eq!(code(refused), Code::EMAIL_TAKEN);
        assert_eq!(hashed(), 2);
    });
}

#[test]
fn only_so_many_wait_for_their_password_to_be_compared() {
    counting(async |hashed| {
        let house = House::with(HubOptions { password_workers: 1, ..HubOptions::default() });
        let attempts = (0..100).map(|i| {
            let house = &house;
            async move { house.login(&format!("{i}@example.org"), WRONG).await.unwrap_err() }
        });

        let errors = futures_util::future::join_all(attempts).await;

        let (refused, compared): (Vec<_>, Vec<_>) =
            errors.iter().partition(|error| error.kind() == ErrorKind::Exhausted);
        assert!(!refused.is_empty(), "a hundred are more than may wait for one worker");
        assert!(refused.iter().all(|it| it.code() == Code::RATE_LIMITED && it.retry_after().is_some()));
        assert!(compared.iter().all(|it| it.code() == Code::BAD_CREDENTIALS));
        assert_eq!(hashed(), compared.len() as u64, "who is refused costs nothing");
        house.register(ADA).await;
    });
}

#[tokio::test]
async fn a_password_is_kept_as_an_argon2id_hash() {
    let house = House::new();
    house.register(ADA).await;

    let hash = user(&house).await.password_hash;

    assert!(hash.expose_secret().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

#[tokio::test]
async fn a_hash_of_other_parameters_is_renewed_at_the_next_sign_in() {
    let house = House::new();
    house.register(ADA).await;
    let cheap = Argon2::from(Params::new(64, 1, 1, None).unwrap());
    let hash = cheap.hash_password(PASSWORD.as_bytes()).unwrap().to_string();
    let old = User { password_hash: secret(&hash), ..user(&house).await };
    let mut platform = house.store.platform().await.unwrap();
    assert!(platform.users().change(&old).await.unwrap());
    platform.commit().await.unwrap();

    house.login(ADA, WRONG).await.unwrap_err();
    assert_eq!(user(&house).await.password_hash.expose_secret(), hash, "not by a wrong password");
    house.login(ADA, PASSWORD).await.unwrap();

    let renewed = user(&house).await.password_hash;
    assert!(renewed.expose_secret().contains("m=19456,t=2,p=1"));
    house.login(ADA, PASSWORD).await.unwrap();
    assert_eq!(user(&house).await.password_hash.expose_secret(), renewed.expose_secret(), "and then no more");
}

#[tokio::test]
async fn an_inactive_user_is_answered_as_if_the_password_were_wrong() {
    let house = House::new();
    let ada = house.register(ADA).await;
    house.caller(&ada).await.unwrap();
    let mut platform: Box<dyn Platform> = house.store.platform().await.unwrap();
    let inactive = User { is_active: false, ..ada.user.clone() };
    Users::change(platform.users(), &inactive).await.unwrap();
    platform.commit().await.unwrap();

    assert_eq!(code(house.login(ADA, PASSWORD).await), Code::BAD_CREDENTIALS);
    assert_eq!(code(house.refresh(&ada).await), Code::TOKEN_INVALID);
}
