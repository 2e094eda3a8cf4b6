//! Logins.

use super::Subject;
use super::sample::{add_organization, add_user, code, moment, new_login, new_user};
use crate::error::{Code, Result};
use crate::organization::OrganizationId;
use crate::user::{Login, LoginId, User, UserId};

cases! { "logins":
    keeps_every_field
    an_unknown_login_is_not_found
    refuses_a_taken_id
    refuses_an_unknown_user
    refuses_an_unknown_organization
    changes_every_field
    is_refreshed_once_however_many_try
    revoking_all_ends_those_of_the_user_but_one
    revoking_all_leaves_those_that_were_ended
    revoking_none_gives_no_organization
    revoking_within_an_organization_ends_those_of_the_user_there
    tells_which_were_revoked_since
    purges_what_ended_or_expired_before
    a_dropped_purge_forgets_nothing
}

/// A user, and an organization to sign in to.
async fn place(store: &Subject) -> Result<(User, OrganizationId)> {
    Ok((add_user(&**store, "ada@example.com").await?, add_organization(&**store).await?))
}

async fn add(store: &Subject, logins: &[Login]) -> Result<()> {
    let mut platform = store.platform().await?;
    for login in logins {
        platform.logins().add(login).await?;
    }
    platform.commit().await
}

async fn get(store: &Subject, id: LoginId) -> Result<Option<Login>> {
    store.platform().await?.logins().get(id).await
}

async fn keeps_every_field(store: Subject) -> Result<()> {
    let (ada, organization) = place(&store).await?;
    let bare = new_login(&ada, organization);
    let full = Login {
        token_hash: [0; 32],
        created_at: moment(-1),
        refreshed_at: moment(1),
        expires_at: moment(999_999),
        revoked_at: Some(moment(3)),
        ..new_login(&ada, organization)
    };
    add(&store, &[bare.clone(), full.clone()]).await?;
    for login in [bare, full] {
        assert_eq!(get(&store, login.id).await?, Some(login));
    }
    Ok(())
}

async fn an_unknown_login_is_not_found(store: Subject) -> Result<()> {
    let (ada, organization) = place(&store).await?;
    let mut platform = store.platform().await?;
    assert_eq!(platform.logins().get(LoginId::new()).await?, None);
    assert!(!platform.logins().change(&new_login(&ada, organization)).await?);
    Ok(())
}

async fn refuses_a_taken_id(store: Subject) -> Result<()> {
    let (ada, organization) = place(&store).await?;
    let login = new_login(&ada, organization);
    add(&store, std::slice::from_ref(&login)).await?;
    assert_eq!(code(add(&store, &[login]).await), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn refuses_an_unknown_user(store: Subject) -> Result<()> {
    let (_, organization) = place(&store).await?;
    let login = new_login(&new_user("nobody@example.com"), organization);
    assert_eq!(code(add(&store, &[login]).await), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn refuses_an_unknown_organization(store: Subject) -> Result<()> {
    let (ada, _) = place(&store).await?;
    let login = new_login(&ada, OrganizationId::new());
    assert_eq!(code(add(&store, &[login]).await), Some(Code::STORE_CONFLICT));
    Ok(())
}

async fn changes_every_field(store: Subject) -> Result<()> {
    let (ada, organization) = place(&store).await?;
    let mut login = new_login(&ada, organization);
    add(&store, std::slice::from_ref(&login)).await?;
    login.token_hash = [7; 32];
    login.refreshed_at = moment(2);
    login.expires_at = moment(3);
    login.revoked_at = Some(moment(4));
    let mut platform = store.platform().await?;
    assert!(platform.logins().change(&login).await?);
    platform.commit().await?;
    assert_eq!(get(&store, login.id).await?, Some(login));
    Ok(())
}

async fn is_refreshed_once_however_many_try(store: Subject) -> Result<()> {
    let (ada, organization) = place(&store).await?;
    let login = new_login(&ada, organization);
    add(&store, std::slice::from_ref(&login)).await?;
    let refresh = async |n: u8| -> Result<bool> {
        let mut platform = store.platform().await?;
        let found = platform.logins().get(login.id).await?;
        let Some(mut good) = found.filter(|it| it.token_hash == login.token_hash) else {
            return Ok(false);
        };
        good.token_hash = [n; 32];
        platform.logins().change(&good).await?;
        platform.commit().await?;
        Ok(true)
    };
    let refreshed = futures_util::future::try_join_all((0..8).map(refresh)).await?;
    assert_eq!(refreshed.iter().filter(|refreshed| **refreshed).count(), 1);
    let winner = refreshed.iter().position(|refreshed| *refreshed);
    let hash = get(&store, login.id).await?.map(|it| usize::from(it.token_hash[0]));
    assert_eq!(hash, winner);
    Ok(())
}

async fn revoking_all_ends_those_of_the_user_but_one(store: Subject) -> Result<()> {
    let (ada, first) = place(&store).await?;
    let second = add_organization(&*store).await?;
    let bob = add_user(&*store, "bob@example.com").await?;
    let expired = Login { expires_at: moment(-1), ..new_login(&ada, second) };
    let logins = [
        new_login(&ada, first),
        new_login(&ada, second),
        expired,
        new_login(&ada, first),
        new_login(&bob, first),
    ];
    add(&store, &logins).await?;
    let mut platform = store.platform().await?;
    let organizations = platform.logins().revoke_all(ada.id, Some(logins[3].id), moment(5)).await?;
    platform.commit().await?;
    let mut expected = vec![first, second];
    expected.sort();
    assert_eq!(organizations, expected);
    for (login, ended) in logins.into_iter().zip([true, true, true, false, false]) {
        let expected = Login { revoked_at: ended.then(|| moment(5)), ..login };
        assert_eq!(get(&store, expected.id).await?, Some(expected));
    }
    Ok(())
}

async fn revoking_all_leaves_those_that_were_ended(store: Subject) -> Result<()> {
    let (ada, organization) = place(&store).await?;
    let ended = Login { revoked_at: Some(moment(1)), ..new_login(&ada, organization) };
    let elsewhere = new_login(&ada, add_organization(&*store).await?);
    add(&store, &[ended.clone(), elsewhere.clone()]).await?;
    let mut platform = store.platform().await?;
    let organizations = platform.logins().revoke_all(ada.id, None, moment(5)).await?;
    assert_eq!(organizations, [elsewhere.organization_id]);
    platform.commit().await?;
    assert_eq!(get(&store, ended.id).await?, Some(ended));
    Ok(())
}

async fn revoking_none_gives_no_organization(store: Subject) -> Result<()> {
    let (ada, organization) = place(&store).await?;
    let login = new_login(&ada, organization);
    add(&store, std::slice::from_ref(&login)).await?;
    let mut platform = store.platform().await?;
    assert!(platform.logins().revoke_all(ada.id, Some(login.id), moment(5)).await?.is_empty());
    assert!(platform.logins().revoke_all(UserId::new(), None, moment(5)).await?.is_empty());
    platform.commit().await?;
    assert_eq!(get(&store, login.id).await?, Some(login));
    Ok(())
}

async fn revoking_within_an_organization_ends_those_of_the_user_there(store: Subject) -> Result<()> {
    let (ada, here) = place(&store).await?;
    let elsewhere = add_organization(&*store).await?;
    let bob = add_user(&*store, "bob@example.com").await?;
    let ended = Login { revoked_at: Some(moment(1)), ..new_login(&ada, here) };
    let logins = [
        new_login(&ada, here),
        new_login(&ada, here),
        new_login(&ada, elsewhere),
        new_login(&bob, here),
        ended.clone(),
    ];
    add(&store, &logins).await?;
    let mut platform = store.platform().await?;
    assert_eq!(platform.logins().revoke_within(here, ada.id, moment(5)).await?, 2);
    assert_eq!(platform.logins().revoke_within(here, ada.id, moment(6)).await?, 0);
    platform.commit().await?;
    let expected = [Some(moment(5)), Some(moment(5)), None, None, ended.revoked_at];
    for (login, revoked_at) in logins.into_iter().zip(expected) {
        assert_eq!(get(&store, login.id).await?, Some(Login { revoked_at, ..login }));
    }
    Ok(())
}

async fn tells_which_were_revoked_since(store: Subject) -> Result<()> {
    let (ada, ours) = place(&store).await?;
    let theirs = add_organization(&*store).await?;
    let at = |organization, revoked: Option<i64>| Login {
        revoked_at: revoked.map(moment),
        ..new_login(&ada, organization)
    };
    let logins =
        [at(ours, Some(4)), at(ours, Some(5)), at(ours, Some(6)), at(ours, None), at(theirs, Some(6))];
    add(&store, &logins).await?;
    let mut platform = store.platform().await?;
    let mut expected = vec![logins[1].id, logins[2].id];
    expected.sort();
    assert_eq!(platform.logins().revoked_since(ours, moment(5)).await?, expected);
    assert_eq!(platform.logins().revoked_since(ours, moment(6)).await?, [logins[2].id]);
    assert!(platform.logins().revoked_since(ours, moment(7)).await?.is_empty());
    assert!(platform.logins().revoked_since(OrganizationId::new(), moment(0)).await?.is_empty());
    Ok(())
}

/// Logins of which the first two are over before moment 10.
fn some_over(ada: &User, organization: OrganizationId) -> [Login; 5] {
    let login = |expires, revoked: Option<i64>| Login {
        expires_at: moment(expires),
        revoked_at: revoked.map(moment),
        ..new_login(ada, organization)
    };
    [login(9, None), login(99, Some(9)), login(10, None), login(99, Some(10)), login(99, None)]
}

async fn purges_what_ended_or_expired_before(store: Subject) -> Result<()> {
    let (ada, organization) = place(&store).await?;
    let logins = some_over(&ada, organization);
    add(&store, &logins).await?;
    let mut platform = store.platform().await?;
    assert_eq!(platform.logins().purge(moment(10)).await?, 2);
    assert_eq!(platform.logins().purge(moment(10)).await?, 0);
    platform.commit().await?;
    for (login, kept) in logins.into_iter().zip([false, false, true, true, true]) {
        assert_eq!(get(&store, login.id).await?, kept.then_some(login));
    }
    Ok(())
}

async fn a_dropped_purge_forgets_nothing(store: Subject) -> Result<()> {
    let (ada, organization) = place(&store).await?;
    let logins = some_over(&ada, organization);
    add(&store, &logins).await?;
    store.platform().await?.logins().purge(moment(1_000)).await?;
    for login in logins {
        assert_eq!(get(&store, login.id).await?, Some(login));
    }
    Ok(())
}
