//! From a checked token or a key to a caller, by what the directory keeps in mind.

use secrecy::SecretString;

use super::Identity;
use super::token::TokenKind;
use crate::access::{Caller, Permissions};
use crate::api_key::{ApiKeyId, prefix};
use crate::audit::{Actor, Changes, Entity, Note, Request};
use crate::error::{Code, Error, Result};
use crate::hub::Hub;
use crate::localization::Localization;
use crate::organization::OrganizationId;
use crate::user::{LoginId, UserId};

/// What a checked access token says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claims {
    /// Who signed in.
    pub user: UserId,
    /// Where.
    pub organization: OrganizationId,
    /// By which login.
    pub login: LoginId,
    /// Whether the user may do everything, in any organization.
    pub superuser: bool,
}

impl Identity<'_> {
    /// The caller that a checked access token stands for, with what the user's role allows now.
    ///
    /// Once the organization's snapshot is there, nothing is read from the database.
    ///
    /// # Errors
    /// `auth.not_a_member` where the user is a member no more, `auth.token_invalid` where the login has ended,
    /// `organization.not_found`.
    pub async fn caller(&self, claims: &Claims, request: Request) -> Result<Caller> {
        let caller = self.enter(claims, request.clone()).await;
        caller.map_err(|error| self.refuse_claims(claims, claims.organization, &request, error))
    }

    /// The caller that a checked access token stands for in another organization than its own. Who may not act there
    /// leaves the record of that at home: a stranger leaves nothing in the logs of others.
    ///
    /// # Errors
    /// As [`caller`](Self::caller).
    pub async fn caller_elsewhere(
        &self,
        claims: &Claims,
        organization: OrganizationId,
        request: Request,
    ) -> Result<Caller> {
        // A login that was ended is known where it began, so that is asked first.
        let here = self.caller(claims, request.clone()).await?;
        let there = self.enter(&Claims { organization, ..*claims }, request.clone()).await;
        let there = there.map_err(|error| self.refuse_claims(claims, organization, &request, error))?;
        // Where a superuser is no member, nothing is known of what the superuser prefers.
        let localization = Localization { user: here.localization.user, ..there.localization };
        Ok(Caller { localization, ..there })
    }

    /// Takes note that somebody was refused who wanted into an organization.
    fn refuse_claims(
        &self,
        claims: &Claims,
        wanted: OrganizationId,
        request: &Request,
        error: Error,
    ) -> Error {
        let changes = Changes::none().with("login", claims.login.to_string());
        let note = Note::new("access", Entity::new("organization", wanted), changes);
        self.inner().refuse(Some(claims.organization), Actor::Human(claims.user), request, note, error)
    }

    async fn enter(&self, claims: &Claims, request: Request) -> Result<Caller> {
        let snapshot = self.inner().snapshot(claims.organization).await?;
        let member = snapshot.member(claims.user);
        let permissions = match member {
            _ if claims.superuser => Permissions::all(),
            Some(member) => member.role.permissions(),
            None => return Err(Error::new(Code::NOT_A_MEMBER)),
        };
        if snapshot.is_ended(claims.login) {
            return Err(Error::new(Code::TOKEN_INVALID));
        }
        let (organization, actor) = (claims.organization, Actor::Human(claims.user));
        let localization = snapshot.localization(member);
        Ok(Caller { organization, actor, permissions, request, localization })
    }

    /// The caller that an API key stands for, with what its scopes allow.
    ///
    /// Once the organization's snapshot is there, nothing is read from the database. That the key was used is noted
    /// once a minute, in the background.
    ///
    /// # Errors
    /// `auth.token_invalid` where there is no such key or it was revoked, `auth.token_expired`.
    pub async fn caller_by_key(&self, key: &SecretString, request: Request) -> Result<Caller> {
        let invalid = || Error::new(Code::TOKEN_INVALID);
        let (organization, hash) = TokenKind::ApiKey.read(key).ok_or_else(invalid)?;
        let organization = OrganizationId::from_uuid(organization);
        let snapshot = self.inner().snapshot(organization).await.map_err(|error| match error.code() {
            // A key that was made up tells its maker nothing of who is here.
            Code::ORGANIZATION_NOT_FOUND => invalid(),
            _ => error,
        })?;
        let Some(live) = snapshot.key(&hash) else {
            return Err(self.inner().refuse_key(organization, (prefix(key), hash), &request, invalid()));
        };
        let now = self.now();
        if !live.key.is_good(now) {
            let (actor, error) = (Actor::ApiKey(live.key.id), Error::new(Code::TOKEN_EXPIRED));
            let note = Note::new("access", Entity::new("api_key", live.key.id), Changes::none());
            return Err(self.inner().refuse(Some(organization), actor, &request, note, error));
        }
        if live.note_is_due(now) {
            self.note_use(organization, live.key.id);
        }
        let permissions = live.key.scopes.iter().copied().collect();
        let (actor, localization) = (Actor::ApiKey(live.key.id), snapshot.localization(None));
        Ok(Caller { organization, actor, permissions, request, localization })
    }

    /// Notes in the background that a key was used. The call goes on, whether or not that succeeds.
    fn note_use(&self, organization: OrganizationId, key: ApiKeyId) {
        let hub = self.0.clone();
        self.inner().tasks.spawn(async move {
            if let Err(error) = write_use(&hub, organization, key).await {
                tracing::warn!(%organization, %key, %error, "failed to note that an API key was used");
            }
        });
    }
}

async fn write_use(hub: &Hub, organization: OrganizationId, key: ApiKeyId) -> Result<()> {
    let inner = hub.inner();
    let mut work = inner.store.work(organization).await?;
    work.api_keys().used(key, inner.clock.now()).await?;
    work.commit().await
}
