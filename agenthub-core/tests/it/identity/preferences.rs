use std::sync::Arc;

use agenthub_core::agent::Definition;
use agenthub_core::audit::Actor;
use agenthub_core::error::Code;
use agenthub_core::identity::{Claims, SignedIn};
use agenthub_core::localization::{Preference, PreferenceUpdate};
use agenthub_core::message_override::{MessageOverride, NewMessageOverride};
use agenthub_core::organization::OrganizationUpdate;
use agenthub_core::{Caller, Role};

use super::{House, claims, code, eventually, faults, request};

fn language(tag: &str) -> PreferenceUpdate {
    PreferenceUpdate { language: Some(Some(tag.to_owned())), time_zone: None }
}

fn speaks(tag: &str) -> Preference {
    Preference { language: Some(tag.to_owned()), time_zone: None }
}

#[tokio::test]
async fn what_a_user_prefers_rides_along_in_every_organization() {
    let house = House::new();
    let (ada, bob) = (house.register("ada@example.org").await, house.register("bob@example.org").await);
    let (_, token) =
        house.session(&bob).await.invitations().create("ada@example.org", Role::Viewer).await.unwrap();
    house.hub.identity().accept_invitation(ada.user.id, &token, request()).await.unwrap();
    let at = |home: &SignedIn| Claims { organization: home.organization.id, ..claims(&ada) };
    let prefers =
        async |home| house.hub.identity().caller(&at(home), request()).await.unwrap().localization.user;
    assert_eq!(*prefers(&bob).await, Preference::default());

    let identity = house.hub.identity();
    let user =
        identity.set_preference(ada.user.id, ada.organization.id, language("ja"), request()).await.unwrap();

    assert_eq!(user.preference, speaks("ja"));
    assert_eq!(*prefers(&ada).await, speaks("ja"));
    assert_eq!(*prefers(&bob).await, speaks("ja"));
    let entry = house.last_entry(&ada.organization).await;
    assert_eq!(
        (entry.record.action.as_str(), entry.record.actor),
        ("set_preference", Actor::Human(ada.user.id))
    );
    assert_ne!(house.last_entry(&bob.organization).await.record.action, "set_preference");
    let sequence = entry.sequence;
    identity.set_preference(ada.user.id, ada.organization.id, language("ja"), request()).await.unwrap();
    assert_eq!(house.last_entry(&ada.organization).await.sequence, sequence, "nothing was another");
}

#[tokio::test]
async fn what_looks_like_no_language_and_no_zone_is_refused() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let update = PreferenceUpdate {
        language: Some(Some("no language".to_owned())),
        time_zone: Some(Some("Europe/Paris; DROP".to_owned())),
    };
    let expected = [("/language", "value.bad_format"), ("/time_zone", "value.bad_format")];
    let identity = house.hub.identity();
    let refused = identity.set_preference(ada.user.id, ada.organization.id, update.clone(), request()).await;
    assert_eq!(faults(&refused.unwrap_err()), expected);
    let update = OrganizationUpdate { name: Some(String::new()), preference: update };
    let refused = house.session(&ada).await.organization().update(update).await;
    assert_eq!(faults(&refused.unwrap_err()), [("/name", "value.required"), expected[0], expected[1]]);
}

#[tokio::test]
async fn an_organizations_preference_and_words_reach_the_next_call_here_and_soon_on_other_nodes() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let neighbour = house.neighbour();
    let there = async || neighbour.identity().caller(&claims(&ada), request()).await.unwrap().localization;
    assert!(there().await.overrides.is_empty());

    let session = house.session(&ada).await;
    let update = OrganizationUpdate { name: None, preference: language("fr") };
    session.organization().update(update).await.unwrap();
    let (language, key) = ("fr".to_owned(), "user.hello".to_owned());
    let new = NewMessageOverride { language, key, text: "Salut { $name }".to_owned() };
    let set = session.message_overrides().set(new).await.unwrap();

    let here = house.caller(&ada).await.unwrap().localization;
    assert_eq!((&*here.organization, &*here.overrides), (&speaks("fr"), [set.clone()].as_slice()));
    eventually(async || there().await.overrides.first() == Some(&set)).await;
    assert_eq!(*there().await.organization, speaks("fr"));

    // Another change leaves the words as they are, and so what was made of them.
    session.agents().create(Definition::new("A", "analytics")).await.unwrap();
    let after = house.caller(&ada).await.unwrap().localization;
    assert!(Arc::ptr_eq(&after.overrides, &here.overrides));
    neighbour.close().await;
}

#[tokio::test]
async fn whoever_may_not_manage_localization_looks_only() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let viewer = house.join(&ada, "bob@example.org", Role::Viewer).await;
    let overrides = house.session(&viewer).await;
    let overrides = overrides.message_overrides();
    let new = NewMessageOverride { language: "de".to_owned(), key: "a".to_owned(), text: "x".to_owned() };
    assert_eq!(code(overrides.set(new).await), Code::DENIED);
    assert_eq!(code(overrides.remove("de", "a").await), Code::DENIED);
    assert_eq!(code(overrides.get("de", "a").await), Code::MESSAGE_OVERRIDE_NOT_FOUND);
    let nowhere = house.hub.enter(Caller::system(agenthub_core::Id::new()));
    let new = NewMessageOverride { language: "de".to_owned(), key: "a".to_owned(), text: "x".to_owned() };
    assert_eq!(code(nowhere.message_overrides().set(new).await), Code::STORE_CONFLICT);
}

#[tokio::test]
async fn an_organization_has_so_many_words_and_no_more() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let session = house.session(&ada).await;
    let new = |key: usize, text: &str| NewMessageOverride {
        language: "de".to_owned(),
        key: format!("k{key}"),
        text: text.to_owned(),
    };
    for key in 0..MessageOverride::MOST {
        session.message_overrides().set(new(key, "x")).await.unwrap();
    }
    let refused = session.message_overrides().set(new(MessageOverride::MOST, "x")).await;
    assert_eq!(code(refused), Code::MESSAGE_OVERRIDE_NO_ROOM);
    session.message_overrides().set(new(0, "another")).await.unwrap();
    session.message_overrides().remove("de", "k1").await.unwrap();
    session.message_overrides().set(new(MessageOverride::MOST, "x")).await.unwrap();
}
