use agenthub_core::audit::{Entry, Severity};
use agenthub_core::error::Code;
use agenthub_core::{HubOptions, Role};
use secrecy::ExposeSecret;

use super::{House, PASSWORD, actions, claims, code, eventually, request, secret};

#[tokio::test]
async fn a_refresh_token_is_changed_for_a_new_one_of_the_same_login() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    house.pass(600);

    let next = house.refresh(&ada).await.unwrap();

    assert_eq!((next.login, next.user.id, next.role), (ada.login, ada.user.id, Role::Owner));
    assert_ne!(next.refresh_token.expose_secret(), ada.refresh_token.expose_secret());
    assert_eq!((next.refresh_expires_at - ada.refresh_expires_at).num_seconds(), 600);
    assert_eq!(actions(&house.audit(&ada.organization).await).last(), Some(&"refresh"));
    house.refresh(&next).await.unwrap();
}

#[tokio::test]
async fn a_token_that_comes_twice_ends_its_whole_login() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let elsewhere = house.login("ada@example.org", PASSWORD).await.unwrap();
    let next = house.refresh(&ada).await.unwrap();
    house.caller(&next).await.unwrap();

    assert_eq!(code(house.refresh(&ada).await), Code::TOKEN_REUSED);

    assert_eq!(code(house.refresh(&next).await), Code::TOKEN_INVALID, "also the good one");
    assert_eq!(code(house.caller(&next).await), Code::TOKEN_INVALID, "and access tokens");
    assert_eq!(code(house.refresh(&ada).await), Code::TOKEN_INVALID, "once is enough");
    house.refresh(&elsewhere).await.unwrap();
    let entries = house.audit(&ada.organization).await;
    let is_reuse = |entry: &&Entry| entry.record.error_code.as_deref() == Some("auth.token_reused");
    let warnings: Vec<_> = entries.iter().filter(is_reuse).collect();
    assert_eq!(warnings.len(), 1);
    assert_eq!(warnings[0].record.severity, Severity::Warning);
    assert_eq!(warnings[0].record.entity.id, ada.login.to_string());
}

#[tokio::test]
async fn of_two_who_refresh_at_once_one_wins_and_then_the_login_is_over() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;

    let (one, other) = tokio::join!(house.refresh(&ada), house.refresh(&ada));

    let (won, lost) = if one.is_ok() { (one, other) } else { (other, one) };
    assert_eq!(code(lost), Code::TOKEN_REUSED);
    assert_eq!(code(house.refresh(&won.unwrap()).await), Code::TOKEN_INVALID);
}

#[tokio::test]
async fn a_refresh_token_expires() {
    let ttl = std::time::Duration::from_secs(3600);
    let house = House::with(HubOptions { refresh_ttl: ttl, ..HubOptions::default() });
    let ada = house.register("ada@example.org").await;
    house.pass(3599);
    let next = house.refresh(&ada).await.unwrap();
    house.pass(3600);

    assert_eq!(code(house.refresh(&next).await), Code::TOKEN_EXPIRED);
}

#[tokio::test]
async fn what_is_no_refresh_token_is_refused() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let text = ada.refresh_token.expose_secret();
    let made_up = format!("ahr_{}", "A".repeat(64));
    for token in ["", "ahr_", &text[4..], &text[..40], &text.replace("ahr_", "ahk_"), &made_up] {
        let refused = house.hub.identity().refresh(&secret(token), request()).await;
        assert_eq!(code(refused), Code::TOKEN_INVALID, "{token}");
    }
    house.refresh(&ada).await.unwrap();
}

#[tokio::test]
async fn a_reuse_is_known_on_every_node() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let neighbour = house.neighbour();
    neighbour.identity().caller(&claims(&ada), request()).await.unwrap();
    house.refresh(&ada).await.unwrap();

    house.refresh(&ada).await.unwrap_err();

    eventually(async || neighbour.identity().caller(&claims(&ada), request()).await.is_err()).await;
}
