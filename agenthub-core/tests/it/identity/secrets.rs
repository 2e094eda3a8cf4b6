use agenthub_core::Role;
use agenthub_core::access::Permission;
use agenthub_core::api_key::NewApiKey;
use agenthub_core::identity::{NewUser, Registration};
use agenthub_core::page::Page;
use agenthub_core::store::Store;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use super::{House, PASSWORD, WRONG, claims, request, secret};

const NEW: &str = "my new long sentence";

#[tokio::test]
async fn no_secret_is_shown_by_debug_or_kept_in_the_log() {
    let house = House::new();
    let identity = house.hub.identity();
    let new = Registration::new("ada@example.org", secret(PASSWORD));
    let mut shown = vec![format!("{new:?}")];
    let ada = identity.register(new, request()).await.unwrap();
    let session = house.session(&ada).await;
    let (invitation, invited) = session.invitations().create("bob@example.org", Role::Viewer).await.unwrap();
    let joining = Registration {
        invitation: Some(invited.clone()),
        ..Registration::new("bob@example.org", secret(PASSWORD))
    };
    shown.push(format!("{joining:?}"));
    let bob = identity.register(joining, request()).await.unwrap();
    let new = NewApiKey { name: "ci".into(), scopes: vec![Permission::AgentsRead], expires_at: None };
    let (first, first_text) = session.api_keys().create(new).await.unwrap();
    let (second, second_text) = session.api_keys().rotate(first.id).await.unwrap();
    let refreshed = house.refresh(&ada).await.unwrap();
    shown.push(format!("{:?}", house.refresh(&ada).await));
    shown.push(format!("{:?}", house.login("ada@example.org", WRONG).await));
    identity.change_password(ada.user.id, &secret(PASSWORD), &secret(NEW), None, request()).await.unwrap();
    let root = NewUser {
        email: "root@localhost".into(),
        password: secret(PASSWORD),
        full_name: None,
        organization_name: None,
        superuser: true,
    };
    shown.push(format!("{root:?} {:?}", identity.create_user(root.clone()).await));
    let (caller, me) =
        (identity.caller_by_key(&second_text, request()).await, identity.me(bob.user.id).await);
    shown
        .push(format!("{ada:?} {bob:?} {invitation:?} {first:?} {second:?} {refreshed:?} {caller:?} {me:?}"));
    shown.push(format!("{:?} {:?} {:?}", house.hub, session, claims(&ada)));
    shown.push(format!("{:?}", (&invited, &first_text, &second_text)));
    shown.push(format!("{:?}", session.members().list(&Page::default()).await));
    shown.push(serde_json::to_string(&(&me.unwrap().user, &first, &invitation)).unwrap());
    let entries = house.audit(&ada.organization).await;
    assert!(entries.len() > 10, "the log tells of all this");
    shown.push(format!("{entries:?} {}", serde_json::to_string(&entries).unwrap()));

    let tokens = [
        &ada.refresh_token,
        &bob.refresh_token,
        &refreshed.refresh_token,
        &invited,
        &first_text,
        &second_text,
    ];
    let hashes = [&ada.user.password_hash, &bob.user.password_hash];
    let secrets: Vec<&SecretString> = tokens.into_iter().chain(hashes).collect();
    for text in &shown {
        for secret in &secrets {
            assert!(!text.contains(secret.expose_secret()), "{text}");
        }
        for word in [PASSWORD, WRONG, NEW, "$argon2id$"] {
            assert!(!text.contains(word), "{text}");
        }
    }
}

#[tokio::test]
async fn of_a_refresh_token_only_the_hash_is_kept() {
    let house = House::new();
    let ada = house.register("ada@example.org").await;
    let text = ada.refresh_token.expose_secret();

    let login = house.store.platform().await.unwrap().logins().get(ada.login).await.unwrap().unwrap();

    assert_eq!(login.token_hash[..], Sha256::digest(text.as_bytes())[..]);
    assert!(text.starts_with("ahr_") && text.len() == 68, "48 bytes in base64 behind the prefix");
}
