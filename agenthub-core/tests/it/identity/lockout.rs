use agenthub_core::audit::Severity;
use agenthub_core::error::Code;
use std::time::Duration;

use super::{House, PASSWORD, WRONG, code};

const ADA: &str = "ada@example.org";

#[tokio::test]
async fn from_the_fifth_failure_on_the_account_rests_twice_as_long_each_time() {
    let house = House::new();
    house.register(ADA).await;
    for _ in 0..4 {
        assert_eq!(code(house.login(ADA, WRONG).await), Code::BAD_CREDENTIALS);
    }
    for seconds in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
        assert_eq!(code(house.login(ADA, WRONG).await), Code::BAD_CREDENTIALS, "the lock is over");
        let locked = house.login(ADA, WRONG).await.unwrap_err();
        assert_eq!(locked.code(), Code::LOCKED);
        assert_eq!(locked.retry_after(), Some(Duration::from_secs(seconds)));
        house.pass(i64::try_from(seconds).unwrap());
    }
    house.login(ADA, PASSWORD).await.unwrap();
}

#[tokio::test]
async fn a_resting_account_does_not_tell_whether_the_password_is_right() {
    let house = House::new();
    let ada = house.register(ADA).await;
    for _ in 0..5 {
        house.login(ADA, WRONG).await.unwrap_err();
    }
    let before = house.audit(&ada.organization).await;

    let right = house.login(ADA, PASSWORD).await.unwrap_err();
    let wrong = house.login(ADA, WRONG).await.unwrap_err();

    assert_eq!(format!("{right:?}"), format!("{wrong:?}"));
    assert_eq!(house.audit(&ada.organization).await, before, "and is not kept locked by who knocks on");
}

#[tokio::test]
async fn attempts_at_once_are_all_counted() {
    let house = House::new();
    let ada = house.register(ADA).await;

    let answers = futures_util::future::join_all((0..8).map(|_| house.login(ADA, WRONG))).await;

    assert!(answers.iter().all(Result::is_err));
    let record = house.last_entry(&ada.organization).await.record;
    assert_eq!(record.changes.0["failed_attempts"].new, Some(8.into()));
    assert_eq!(record.severity, Severity::Warning);
}

#[tokio::test]
async fn a_right_password_among_many_wrong_ones_at_once_gains_nothing_once_the_account_rests() {
    let house = House::new();
    house.register(ADA).await;
    let wrong = (0..12).map(|_| house.login(ADA, WRONG));

    let (_, right) = tokio::join!(futures_util::future::join_all(wrong), house.login(ADA, PASSWORD));

    // Whichever came first: it was let in before the lock, or it met the lock.
    if let Err(error) = right {
        assert_eq!(error.code(), Code::LOCKED);
    }
}

#[tokio::test]
async fn a_sign_in_forgets_the_failures() {
    let house = House::new();
    house.register(ADA).await;
    for _ in 0..3 {
        for _ in 0..4 {
            house.login(ADA, WRONG).await.unwrap_err();
        }
        house.login(ADA, PASSWORD).await.unwrap();
    }
}

#[tokio::test]
async fn the_others_of_an_organization_are_not_locked_out() {
    let house = House::new();
    let ada = house.register(ADA).await;
    house.join(&ada, "bob@example.org", agenthub_core::Role::Viewer).await;
    for _ in 0..5 {
        house.login(ADA, WRONG).await.unwrap_err();
    }

    house.login("bob@example.org", PASSWORD).await.unwrap();
    house.caller(&ada).await.unwrap();
}
