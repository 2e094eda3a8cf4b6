//! Random changes and looks above organizations.

use super::Pair;
use super::change;
use super::dice::{self, Dice};
use crate::agent::Agent;
use crate::error::Result;
use crate::organization::Organization;
use crate::page::Page;
use crate::store::conformance::sample::{all_of, hash, moment, new_agent, new_organization, new_user};
use crate::store::memory::Memory;
use crate::store::{Platform, Rows, Store};
use crate::user::User;

/// Puts organizations, users and agents in, so that scripts have a place to play.
pub(super) async fn begin(store: &dyn Store, oracle: &Memory) -> Result<()> {
    for store in [store, oracle] {
        let mut platform = store.platform().await?;
        for place in 0..dice::ORGANIZATIONS {
            let organization = Organization { id: dice::id(place), ..new_organization("Engines") };
            platform.organizations().add(&organization).await?;
        }
        for place in 0..dice::USERS {
            let user = User { id: dice::id(place), ..new_user(&format!("{place}@example.com")) };
            platform.users().add(&user).await?;
        }
        for organization in dice::organizations().take(2) {
            for place in 0..dice::AGENTS {
                let agent = Agent { id: dice::id(place), ..new_agent("Greeter") };
                platform.within(organization).await?.agents().add(&agent).await?;
            }
        }
        platform.commit().await?;
    }
    Ok(())
}

/// Makes one to four changes; tells whether all were taken.
pub(super) async fn some(pair: &mut Pair<'_, dyn Platform + '_>, dice: &mut Dice) -> bool {
    for _ in 0..=dice.below(4) {
        if !one(pair, dice).await {
            return false;
        }
    }
    true
}

async fn one(pair: &mut Pair<'_, dyn Platform + '_>, dice: &mut Dice) -> bool {
    match dice.below(9) {
        0 => organizations(pair, dice).await,
        1 | 2 => users(pair, dice).await,
        8 => attempts(pair, dice).await,
        3..=5 => logins(pair, dice).await,
        _ => within(pair, dice).await,
    }
}

async fn within(pair: &mut Pair<'_, dyn Platform + '_>, dice: &mut Dice) -> bool {
    let organization = dice.organization();
    let inside = (pair.tested.within(organization).await, pair.oracle.within(organization).await);
    let (Ok(tested), Ok(oracle)) = inside else {
        return false;
    };
    let mut rows: Pair<'_, dyn Rows> = Pair { place: pair.place, tested, oracle };
    change::some(&mut rows, organization, dice).await
}

async fn organizations(pair: &mut Pair<'_, dyn Platform + '_>, dice: &mut Dice) -> bool {
    let organization =
        Organization { id: dice.organization(), created_at: dice.moment(), ..new_organization(&dice.text()) };
    // Never added: some organizations must stay unknown.
    both!(pair, "organizations.change", it => it.organizations().change(&organization))
        && both!(pair, "organizations.get", it => it.organizations().get(organization.id))
}

async fn users(pair: &mut Pair<'_, dyn Platform + '_>, dice: &mut Dice) -> bool {
    let (user, email) = (dice.user(), dice.email());
    let shown = |user: Option<User>| user.as_ref().map(all_of);
    match dice.below(3) {
        0 => both!(pair, "users.add", it => it.users().add(&user)),
        1 => both!(pair, "users.change", it => it.users().change(&user)),
        _ => both!(pair, "users.by_email", it => it.users().by_email(&email), shown),
    }
}

async fn logins(pair: &mut Pair<'_, dyn Platform + '_>, dice: &mut Dice) -> bool {
    let (login, at) = (dice.login(), dice.moment());
    let (user, except) = (dice.user_id(), dice.maybe(Dice::id));
    match dice.below(8) {
        0..=2 => both!(pair, "logins.add", it => it.logins().add(&login)),
        3 => both!(pair, "logins.change", it => it.logins().change(&login)),
        4 => both!(pair, "logins.revoke_all", it => it.logins().revoke_all(user, except, at)),
        5 => both!(pair, "logins.purge", it => it.logins().purge(moment(-2))),
        6 => both!(pair, "logins.get", it => it.logins().get(login.id)),
        _ => {
            both!(pair, "revoked_since", it => it.logins().revoked_since(login.organization_id, at))
        }
    }
}

async fn attempts(pair: &mut Pair<'_, dyn Platform + '_>, dice: &mut Dice) -> bool {
    let (address, at, since) = (hash(dice.id::<()>()), dice.moment(), dice.moment());
    match dice.below(6) {
        0..=2 => both!(pair, "attempts.count", it => it.attempts().count(&address, at, since)),
        3 => both!(pair, "attempts.remove", it => it.attempts().remove(&address)),
        4 => both!(pair, "attempts.purge", it => it.attempts().purge(since, 2)),
        _ => both!(pair, "attempts.get", it => it.attempts().get(&address)),
    }
}

/// Holds all that stands above organizations against each other.
pub(super) async fn all(pair: &mut Pair<'_, dyn Platform + '_>) {
    both_pages!(pair, "organizations", Page::first(3), it, page => it.organizations().list(page));
    for organization in dice::organizations() {
        let touched = |revisions: Vec<(_, crate::store::Revision)>| {
            revisions.into_iter().map(|(id, revision)| (id, revision.0 > 0)).collect::<Vec<_>>()
        };
        both!(pair, "revisions", it => it.organizations().revisions(&[organization]), touched);
        both!(pair, "revoked_since", it => it.logins().revoked_since(organization, moment(0)));
    }
    for user in dice::ids() {
        let shown = |user: Option<User>| user.as_ref().map(all_of);
        both!(pair, "users.get", it => it.users().get(user), shown);
        both!(pair, "of_user", it => it.organizations().of_user(user));
    }
    for login in dice::ids() {
        both!(pair, "logins.get", it => it.logins().get(login));
    }
    for id in dice::ids::<()>() {
        both!(pair, "attempts.get", it => it.attempts().get(&hash(id)));
        both!(pair, "api_key_by_hash", it => it.organizations().api_key_by_hash(&hash(id)));
        both!(pair, "invitation_by_hash", it => it.organizations().invitation_by_hash(&hash(id)));
    }
}
