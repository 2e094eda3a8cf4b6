//! Logins: begun with a password, ended by logout or a changed password.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use secrecy::SecretString;

use super::attempt::{Attempt, Proven, home};
use super::token::TokenKind;
use super::transaction::Transaction;
use super::{Identity, SignedIn, email, existing_user, login_entity, password, user_entity};
use crate::access::Role;
use crate::audit::{Actor, Changes, Note, Request, Severity};
use crate::error::{Code, Error, Result, Violations};
use crate::organization::{Organization, OrganizationId};
use crate::user::{Login, LoginId, User, UserId};

impl<'h> Identity<'h> {
    /// Signs a user in, to `organization` or else to the one that the user has been a member of for the longest time.
    ///
    /// The fifth failed attempt in a row, and each one after it, lets the address rest: first a second, then twice
    /// as long each time, up to a quarter of an hour; so it does where nobody has the address. After a day without an
    /// attempt it is forgotten. Failed attempts of a user's go on record in the organization that was asked for, or else
    /// in the one that the user has been a member of for the longest time.
    ///
    /// # Errors
    /// `auth.bad_credentials`, the same and after the same work for an unknown address and a wrong password;
    /// `auth.locked` while the address rests, whether or not the password is right; `auth.not_a_member`;
    /// `organization.not_found`, told to superusers only; `request.rate_limited` where too many passwords wait to be
    /// compared.
    pub async fn login(
        &self,
        email: &str,
        password: &SecretString,
        organization: Option<OrganizationId>,
        request: Request,
    ) -> Result<SignedIn> {
        let attempt = Attempt { action: "login", organization, request: &request };
        let Proven { mut tx, user, rehashed, home } =
            self.prove(&email::normal(email), password, attempt).await?;
        if rehashed {
            tx.users().change(&user).await?;
        }
        let place = place(&mut tx, &user, organization).await.map_err(|error| {
            let wanted = organization.map(|id| id.to_string());
            let note =
                Note::new("login", user_entity(user.id), Changes::none().with("organization_id", wanted));
            self.inner().refuse(home, Actor::Human(user.id), &request, note, error)
        })?;
        self.begin_login(tx, user, place, request).await
    }

    /// Ends a login: its refresh token and its access tokens are good no more. One that has ended is left as it is.
    ///
    /// # Errors
    /// `store.unavailable`.
    pub async fn logout(&self, login: LoginId, request: Request) -> Result<()> {
        let mut tx = self.open().await?;
        let Some(login) = tx.logins().get(login).await?.filter(|login| login.revoked_at.is_none()) else {
            return Ok(());
        };
        let actor = Actor::Human(login.user_id);
        let note = |changes| Note::new("logout", login_entity(login.id), changes);
        self.end_login(tx, login.clone(), actor, &request, note).await
    }

    /// Changes a user's password, and ends the user's other logins: all but `keep`.
    ///
    /// A wrong `current` counts as a failed attempt to sign in.
    ///
    /// # Errors
    /// `invalid` with the fault of the new password at `/new_password`; `auth.bad_credentials`, `auth.locked`,
    /// `request.rate_limited`, `user.not_found`.
    pub async fn change_password(
        &self,
        user: UserId,
        current: &SecretString,
        new: &SecretString,
        keep: Option<LoginId>,
        request: Request,
    ) -> Result<()> {
        let (user, organization) = self.user_at(user, keep).await?;
        let mut found = Violations::default();
        password::check(&mut found, "/new_password", new, &user.email);
        found.into_result()?;
        let hash = self.inner().passwords.hash(new).await?;
        let attempt = Attempt { action: "change_password", organization, request: &request };
        let Proven { mut tx, mut user, .. } = self.prove(&user.email, current, attempt).await?;
        let now = self.now();
        user.password_hash = hash;
        user.updated_at = now;
        tx.users().change(&user).await?;
        let ended = tx.logins().revoke_all(user.id, keep, now).await?;
        let home = home(tx.organizations(), user.id, organization).await?;
        // Each organization's log tells of it where a login ended there; in one order, as touching locks.
        let told: BTreeSet<_> = ended.iter().copied().chain(home).collect();
        for organization in told {
            let others_ended = ended.contains(&organization);
            if others_ended {
                tx.touch(organization).await?;
            }
            let changes = Changes::none().with("other_logins_ended", others_ended);
            let note =
                Note::new("change_password", user_entity(user.id), changes).severity(Severity::Warning);
            tx.record(organization, Actor::Human(user.id), &request, note).await?;
        }
        tx.commit().await
    }

    /// The user, and where the user's login is.
    async fn user_at(&self, user: UserId, login: Option<LoginId>) -> Result<(User, Option<OrganizationId>)> {
        let mut tx = self.open().await?;
        let user = existing_user(&mut tx, user).await?;
        let login = match login {
            Some(login) => tx.logins().get(login).await?.filter(|login| login.user_id == user.id),
            None => None,
        };
        Ok((user, login.map(|login| login.organization_id)))
    }

    /// Begins a login, and makes the transaction durable.
    pub(super) async fn begin_login(
        &self,
        mut tx: Transaction<'h>,
        user: User,
        (organization, role): (Organization, Role),
        request: Request,
    ) -> Result<SignedIn> {
        let (id, now) = (LoginId::new(), self.now());
        let token = TokenKind::Refresh.mint(id.uuid())?;
        let login = Login {
            id,
            user_id: user.id,
            organization_id: organization.id,
            token_hash: token.hash,
            created_at: now,
            refreshed_at: now,
            expires_at: self.refresh_end(),
            revoked_at: None,
        };
        tx.logins().add(&login).await?;
        let changes = Changes::none().with("expires_at", login.expires_at.to_rfc3339());
        let note = Note::new("login", login_entity(id), changes);
        tx.record(organization.id, Actor::Human(user.id), &request, note).await?;
        tx.commit().await?;
        let (refresh_token, refresh_expires_at) = (token.text, login.expires_at);
        Ok(SignedIn { user, organization, role, login: id, refresh_token, refresh_expires_at })
    }

    /// Ends a login, and makes the transaction durable; `note` says why.
    pub(super) async fn end_login(
        &self,
        mut tx: Transaction<'h>,
        mut login: Login,
        actor: Actor,
        request: &Request,
        note: impl FnOnce(Changes) -> Note,
    ) -> Result<()> {
        let now = self.now();
        login.revoked_at = Some(now);
        tx.logins().change(&login).await?;
        tx.touch(login.organization_id).await?;
        let note = note(Changes::none().with("revoked_at", now.to_rfc3339()));
        tx.record(login.organization_id, actor, request, note).await?;
        tx.commit().await
    }

    /// Until when a refresh token is good that is made now.
    pub(super) fn refresh_end(&self) -> DateTime<Utc> {
        self.now() + self.inner().options.refresh_ttl
    }
}

/// Where a user may act, and as what.
///
/// # Errors
/// `auth.not_a_member`; `organization.not_found` for superusers, who may act everywhere.
pub(super) async fn place(
    tx: &mut Transaction<'_>,
    user: &User,
    wanted: Option<OrganizationId>,
) -> Result<(Organization, Role)> {
    let theirs = tx.organizations().of_user(user.id).await?;
    let is_wanted = |organization: &Organization| wanted.is_none_or(|wanted| wanted == organization.id);
    let role = |role| if user.is_superuser { Role::Owner } else { role };
    if let Some((organization, member)) = theirs.into_iter().find(|(it, _)| is_wanted(it)) {
        return Ok((organization, role(member.role)));
    }
    match wanted {
        Some(id) if user.is_superuser => {
            let organization = tx.organizations().get(id).await?;
            let organization =
                organization.ok_or_else(|| Error::new(Code::ORGANIZATION_NOT_FOUND).with("id", id))?;
            Ok((organization, Role::Owner))
        }
        _ => Err(Error::new(Code::NOT_A_MEMBER)),
    }
}
