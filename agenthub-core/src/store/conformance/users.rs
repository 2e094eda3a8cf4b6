//! Users.

use chrono::TimeDelta;

use super::Subject;
use super::sample::{add_user, all_of, code, get_user, moment, new_user};
use crate::error::{Code, Result};
use crate::user::UserId;

cases! { "users":
    keeps_every_field
    keeps_an_empty_and_a_long_name
    an_unknown_user_is_not_found
    is_found_by_mail_address
    refuses_a_taken_mail_address
    refuses_a_taken_id
    changes_every_field
    changing_an_unknown_user_changes_nothing
    refuses_to_change_to_a_taken_mail_address
    a_changed_mail_address_is_free_again
    a_dropped_transaction_leaves_no_user
    those_who_asked_by_mail_address_take_turns
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let mut user = new_user("jürgen+日本@例え.example");
    user.full_name = Some("Jürgen \"J\" O'Brien-Ωmega 👩‍🚀 \\ % _".to_owned());
    user.is_active = false;
    user.is_superuser = true;
    user.created_at = moment(-1);
    user.updated_at = moment(1);
    let mut platform = store.platform().await?;
    platform.users().add(&user).await?;
    platform.commit().await?;
    let found = get_user(&*store, user.id).await?;
    assert_eq!(found.as_ref().map(all_of), Some(all_of(&user)));
    Ok(())
}

async fn keeps_an_empty_and_a_long_name(store: Subject) -> Result<()> {
    let (mut empty, mut long) = (new_user("a@example.com"), new_user("b@example.com"));
    empty.full_name = Some(String::new());
    long.full_name = Some("ä".repeat(100_000));
    let mut platform = store.platform().await?;
    platform.users().add(&empty).await?;
    platform.users().add(&long).await?;
    platform.commit().await?;
    for user in [empty, long] {
        let found = get_user(&*store, user.id).await?;
        assert_eq!(found.and_then(|it| it.full_name), user.full_name);
    }
    Ok(())
}

async fn an_unknown_user_is_not_found(store: Subject) -> Result<()> {
    add_user(&*store, "ada@example.com").await?;
    let mut platform = store.platform().await?;
    assert!(platform.users().get(UserId::new()).await?.is_none());
    assert!(platform.users().by_email("bob@example.com").await?.is_none());
    assert!(platform.users().by_email("").await?.is_none());
    assert!(platform.users().by_email("ada@example.co_").await?.is_none());
    Ok(())
}

async fn is_found_by_mail_address(store: Subject) -> Result<()> {
    let ada = add_user(&*store, "ada@example.com").await?;
    add_user(&*store, "bob@example.com").await?;
    let found = store.platform().await?.users().by_email("ada@example.com").await?;
    assert_eq!(found.as_ref().map(all_of), Some(all_of(&ada)));
    Ok(())
}

async fn refuses_a_taken_mail_address(store: Subject) -> Result<()> {
    add_user(&*store, "ada@example.com").await?;
    let again = new_user("ada@example.com");
    let refused = store.platform().await?.users().add(&again).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    assert!(get_user(&*store, again.id).await?.is_none());
    Ok(())
}

async fn refuses_a_taken_id(store: Subject) -> Result<()> {
    let ada = add_user(&*store, "ada@example.com").await?;
    let mut again = new_user("bob@example.com");
    again.id = ada.id;
    let refused = store.platform().await?.users().add(&again).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn changes_every_field(store: Subject) -> Result<()> {
    let mut ada = add_user(&*store, "ada@example.com").await?;
    ada.email = "countess@example.com".to_owned();
    ada.full_name = Some("Ada".to_owned());
    ada.password_hash = "$argon2id$v=19$m=19456,t=2,p=1$b3RoZXI$b3RoZXI".into();
    ada.is_active = false;
    ada.is_superuser = true;
    ada.updated_at = moment(7);
    let mut platform = store.platform().await?;
    assert!(platform.users().change(&ada).await?);
    let inside = platform.users().get(ada.id).await?;
    assert_eq!(inside.as_ref().map(all_of), Some(all_of(&ada)), "seen in its own transaction");
    platform.commit().await?;
    let found = get_user(&*store, ada.id).await?;
    assert_eq!(found.as_ref().map(all_of), Some(all_of(&ada)));
    Ok(())
}

async fn changing_an_unknown_user_changes_nothing(store: Subject) -> Result<()> {
    let stranger = new_user("ada@example.com");
    let mut platform = store.platform().await?;
    assert!(!platform.users().change(&stranger).await?);
    platform.commit().await?;
    assert!(get_user(&*store, stranger.id).await?.is_none());
    Ok(())
}

async fn refuses_to_change_to_a_taken_mail_address(store: Subject) -> Result<()> {
    add_user(&*store, "ada@example.com").await?;
    let mut bob = add_user(&*store, "bob@example.com").await?;
    bob.email = "ada@example.com".to_owned();
    let refused = store.platform().await?.users().change(&bob).await;
    assert_eq!(code(refused), Some(Code::STORE_CONFLICT));
    let found = get_user(&*store, bob.id).await?;
    assert_eq!(found.map(|it| it.email).as_deref(), Some("bob@example.com"));
    Ok(())
}

async fn a_changed_mail_address_is_free_again(store: Subject) -> Result<()> {
    let mut ada = add_user(&*store, "ada@example.com").await?;
    ada.email = "countess@example.com".to_owned();
    let mut platform = store.platform().await?;
    platform.users().change(&ada).await?;
    platform.commit().await?;
    let next = add_user(&*store, "ada@example.com").await?;
    let found = store.platform().await?.users().by_email("ada@example.com").await?;
    assert_eq!(found.map(|it| it.id), Some(next.id));
    Ok(())
}

async fn a_dropped_transaction_leaves_no_user(store: Subject) -> Result<()> {
    let user = new_user("ada@example.com");
    let mut platform = store.platform().await?;
    platform.users().add(&user).await?;
    drop(platform);
    assert!(get_user(&*store, user.id).await?.is_none());
    add_user(&*store, "ada@example.com").await?;
    Ok(())
}

async fn those_who_asked_by_mail_address_take_turns(store: Subject) -> Result<()> {
    const ATTEMPTS: i64 = 8;
    let ada = add_user(&*store, "ada@example.com").await?;
    let attempt = async || -> Result<()> {
        let mut platform = store.platform().await?;
        if let Some(mut user) = platform.users().by_email("ada@example.com").await? {
            user.updated_at += TimeDelta::microseconds(1);
            platform.users().change(&user).await?;
        }
        platform.commit().await
    };
    futures_util::future::try_join_all((0..ATTEMPTS).map(|_| attempt())).await?;
    let found = get_user(&*store, ada.id).await?;
    assert_eq!(found.map(|it| it.updated_at), Some(moment(ATTEMPTS)));
    Ok(())
}
