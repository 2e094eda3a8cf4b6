//! Refresh tokens: each is good once, and using one twice ends the login.

use secrecy::SecretString;

use super::login::place;
use super::token::TokenKind;
use super::transaction::Transaction;
use super::{Identity, SignedIn, existing_user, login_entity};
use crate::audit::{Actor, Changes, Note, Request, Severity};
use crate::error::{Code, Error, Result};
use crate::user::{Login, LoginId};

impl<'h> Identity<'h> {
    /// Changes a refresh token for a new one; the old one is good no more.
    ///
    /// A token that comes a second time is in two hands, one of which stole it. So the whole login ends, with a
    /// record that warns.
    ///
    /// # Errors
    /// `auth.token_invalid` where it is none or its login ended, `auth.token_expired`, `auth.token_reused`,
    /// `auth.not_a_member`.
    pub async fn refresh(&self, token: &SecretString, request: Request) -> Result<SignedIn> {
        let invalid = || Error::new(Code::TOKEN_INVALID);
        let (id, hash) = TokenKind::Refresh.read(token).ok_or_else(invalid)?;
        let mut tx = self.open().await?;
        let login = tx.logins().get(LoginId::from_uuid(id)).await?.ok_or_else(invalid)?;
        let is_its_own = login.token_hash == hash;
        if login.revoked_at.is_none() && !is_its_own {
            return Err(self.end_stolen(tx, login, &request).await?);
        }
        let refreshed = if login.revoked_at.is_some() {
            Err(invalid())
        } else if login.expires_at <= self.now() {
            Err(Error::new(Code::TOKEN_EXPIRED))
        } else {
            self.rotate(tx, login.clone(), &request).await
        };
        refreshed.map_err(|error| {
            let actor = if is_its_own { Actor::Human(login.user_id) } else { Actor::System };
            let note = Note::new("refresh", login_entity(login.id), Changes::none());
            self.inner().refuse(Some(login.organization_id), actor, &request, note, error)
        })
    }

    /// Gives the login its next token.
    async fn rotate(&self, mut tx: Transaction<'h>, mut login: Login, request: &Request) -> Result<SignedIn> {
        let user = existing_user(&mut tx, login.user_id).await?;
        if !user.is_active {
            return Err(Error::new(Code::TOKEN_INVALID));
        }
        let (organization, role) = place(&mut tx, &user, Some(login.organization_id)).await?;
        let token = TokenKind::Refresh.mint(login.id.uuid())?;
        login.token_hash = token.hash;
        login.refreshed_at = self.now();
        login.expires_at = self.refresh_end();
        tx.logins().change(&login).await?;
        let changes = Changes::none().with("expires_at", login.expires_at.to_rfc3339());
        let note = Note::new("refresh", login_entity(login.id), changes);
        tx.record(organization.id, Actor::Human(user.id), request, note).await?;
        tx.commit().await?;
        Ok(SignedIn {
            user,
            organization,
            role,
            login: login.id,
            refresh_token: token.text,
            refresh_expires_at: login.expires_at,
        })
    }

    /// Ends a login whose token came twice; gives the error to answer with.
    async fn end_stolen(&self, tx: Transaction<'h>, login: Login, request: &Request) -> Result<Error> {
        let error = Error::new(Code::TOKEN_REUSED);
        let entity = login_entity(login.id);
        let user = login.user_id;
        let note = |changes| {
            let note = Note::new("refresh", entity, changes).severity(Severity::Warning);
            note.failed(&error).presumably(user)
        };
        // Which of the two hands it is that came now, nobody knows.
        self.end_login(tx, login, Actor::System, request, note).await?;
        Ok(error)
    }
}
