use std::time::Duration;

use agenthub_core::audit::{Entry, Severity};
use agenthub_core::error::Code;

use super::{House, PASSWORD, WRONG, code, request, secret};

const ADA: &str = "ada@example.org";

#[tokio::test]
async fn from_the_fifth_failure_on_the_address_rests_twice_as_long_each_time() {
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

    let right = house.login(ADA, PASSWORD).await.unwrap_err();
    let wrong = house.login(ADA, WRONG).await.unwrap_err();

    assert_eq!(format!("{right:?}"), format!("{wrong:?}"));
    house.hub.close().await;
    let entries = house.audit(&ada.organization).await;
    let failures = |entry: &Entry| entry.record.changes.0.get("failed_attempts")?.new.clone();
    let counted: Vec<_> = entries.iter().filter_map(failures).collect();
    assert_eq!(counted, [1, 2, 3, 4, 5, 5, 5], "and is not kept locked by who knocks on");
}

#[tokio::test]
async fn an_address_that_nobody_has_rests_in_the_same_way() {
    let house = House::new();
    house.register(ADA).await;
    let script = async |email: &str| {
        let mut answers = Vec::new();
        for seconds in [0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 1, 3, 600] {
            house.pass(seconds);
            answers.push(format!("{:?}", house.login(email, WRONG).await.unwrap_err()));
        }
        answers
    };

    let known = script(ADA).await;

    assert!(known[5].contains("auth.locked"), "{known:?}");
    for unknown in ["bob@example.org", "no address", "", "a\0@b"] {
        assert_eq!(script(unknown).await, known, "{unknown:?}");
    }
}

#[tokio::test]
async fn case_and_outer_spaces_make_no_other_address() {
    let house = House::new();
    for email in
        ["bob@example.org", "BOB@example.org", " bob@example.org", "Bob@Example.org", "bob@example.org"]
    {
        assert_eq!(code(house.login(email, WRONG).await), Code::BAD_CREDENTIALS);
    }
    assert_eq!(code(house.login(" bob@EXAMPLE.org ", WRONG).await), Code::LOCKED);
}

#[tokio::test]
async fn who_registers_an_address_that_rests_finds_it_resting() {
    let house = House::new();
    for _ in 0..5 {
        house.login(ADA, WRONG).await.unwrap_err();
    }

    house.register(ADA).await;

    assert_eq!(code(house.login(ADA, PASSWORD).await), Code::LOCKED);
    house.pass(1);
    house.login(ADA, PASSWORD).await.unwrap();
}

#[tokio::test]
async fn an_address_rests_on_every_node() {
    let house = House::new();
    let neighbour = house.neighbour();
    for _ in 0..5 {
        house.login("bob@example.org", WRONG).await.unwrap_err();
    }

    let there = neighbour.identity().login("bob@example.org", &secret(WRONG), None, request()).await;

    assert_eq!(code(there), Code::LOCKED);
}

#[tokio::test]
async fn failures_are_forgotten_after_a_day_without_another() {
    let house = House::new();
    house.register(ADA).await;
    let fail = async || code(house.login(ADA, WRONG).await);
    for _ in 0..4 {
        fail().await;
    }
    house.pass(24 * 3600);
    assert_eq!((fail().await, fail().await), (Code::BAD_CREDENTIALS, Code::LOCKED), "the fifth within a day");

    house.pass(24 * 3600 + 1);
    for _ in 0..5 {
        assert_eq!(fail().await, Code::BAD_CREDENTIALS, "from the first on again");
    }
    assert_eq!(fail().await, Code::LOCKED);
}

#[tokio::test]
async fn attempts_at_once_are_all_counted() {
    let house = House::new();
    let ada = house.register(ADA).await;

    let answers = futures_util::future::join_all((0..8).map(|_| house.login(ADA, WRONG))).await;

    assert!(answers.iter().all(Result::is_err));
    house.hub.close().await;
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
