//! Managing an organization's API keys: make, look, revoke, rotate.

use chrono::{DateTime, Utc};
use secrecy::SecretString;

use super::{ApiKey, ApiKeyId, prefix};
use crate::access::Permission;
use crate::audit::{Actor, Changes, Entity, Note, Severity};
use crate::error::{Code, Error, Result, Violation, Violations, Word};
use crate::identity::check_name;
use crate::identity::token::{Token, TokenKind};
use crate::page::{Listing, Page};
use crate::session::Session;

/// An organization's API keys; see [`Session::api_keys`].
#[derive(Debug)]
pub struct ApiKeys<'s>(&'s Session);

/// A key to be made.
#[derive(Debug, Clone)]
pub struct NewApiKey {
    /// What it is called; 1 to 255 characters.
    pub name: String,
    /// What it may do; at least one permission, none twice, all of them the caller's own.
    pub scopes: Vec<Permission>,
    /// When it ends; never, where nothing is said.
    pub expires_at: Option<DateTime<Utc>>,
}

impl<'s> ApiKeys<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// Makes a key. The text that comes with it is the key itself, and is shown only here.
    ///
    /// A key that may manage members does so as an admin.
    ///
    /// # Errors
    /// `auth.denied`, `invalid` with every fault, `api_key.too_wide` where the caller lacks one of the scopes.
    pub async fn create(&self, new: NewApiKey) -> Result<(ApiKey, SecretString)> {
        self.0.allow(Permission::ApiKeysManage)?;
        self.check(&new)?;
        self.refuse_wider(&new.scopes)?;
        let (key, text) = self.mint(new)?;
        let mut change = self.0.change(Permission::ApiKeysManage).await?;
        change.api_keys().add(&key).await?;
        change.publish(Note::new("create", entity(key.id), Changes::created(&key))).await?;
        Ok((key, text))
    }

    /// The keys, newest first; also those that have ended.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn list(&self, page: &Page) -> Result<Listing<ApiKey>> {
        self.0.glance_at(page, Permission::ApiKeysRead).await?.api_keys().list(page).await
    }

    /// One key, also where it has ended.
    ///
    /// # Errors
    /// `auth.denied`, `api_key.not_found`.
    pub async fn get(&self, id: ApiKeyId) -> Result<ApiKey> {
        let key = self.0.glance(Permission::ApiKeysRead).await?.api_keys().get(id).await?;
        key.ok_or_else(|| not_found(id))
    }

    /// Ends a key: at once here, and on other nodes when they next look for changes. One that was revoked is left as
    /// it is.
    ///
    /// # Errors
    /// `auth.denied`, `api_key.not_found`.
    pub async fn revoke(&self, id: ApiKeyId) -> Result<ApiKey> {
        let mut change = self.0.change(Permission::ApiKeysManage).await?;
        let old = change.api_keys().get(id).await?.ok_or_else(|| not_found(id))?;
        if old.revoked_at.is_some() {
            return Ok(old);
        }
        let key = self.revoked(&old);
        change.api_keys().change(&key).await?;
        let note = Note::new("revoke", entity(id), Changes::between(&old, &key));
        change.publish(note.severity(Severity::Warning)).await?;
        Ok(key)
    }

    /// Puts a new key with the same name, scopes and end in the place of an old one, which ends at once.
    ///
    /// # Errors
    /// `auth.denied`, `api_key.not_found`, `api_key.ended` where the old one is good no more, `api_key.too_wide` where
    /// the caller lacks one of its scopes.
    pub async fn rotate(&self, id: ApiKeyId) -> Result<(ApiKey, SecretString)> {
        let mut change = self.0.change(Permission::ApiKeysManage).await?;
        // Before the first record, as everybody does who locks both the organization and the end of its log.
        change.touch().await?;
        let old = change.api_keys().get(id).await?.ok_or_else(|| not_found(id))?;
        if !old.is_good(self.0.now()) {
            return Err(Error::new(Code::API_KEY_ENDED).with("name", &old.name));
        }
        self.refuse_wider(&old.scopes)?;
        let same =
            NewApiKey { name: old.name.clone(), scopes: old.scopes.clone(), expires_at: old.expires_at };
        let (key, text) = self.mint(same)?;
        let revoked = self.revoked(&old);
        change.api_keys().change(&revoked).await?;
        change.api_keys().add(&key).await?;
        let ended = Note::new("revoke", entity(id), Changes::between(&old, &revoked));
        change.record(ended).await?;
        let changes = Changes::created(&key).with("replaces", id.to_string());
        change.publish(Note::new("rotate", entity(key.id), changes)).await?;
        Ok((key, text))
    }

    fn check(&self, new: &NewApiKey) -> Result<()> {
        let mut found = Violations::default();
        check_name(&mut found, "/name", &new.name);
        found.require(!new.scopes.is_empty(), || Violation::new("/scopes", Code::VALUE_REQUIRED));
        for (i, scope) in new.scopes.iter().enumerate() {
            let before = new.scopes.get(..i).unwrap_or_default();
            found.require(!before.contains(scope), || {
                Violation::new(format!("/scopes/{i}"), Code::VALUE_DUPLICATE)
            });
        }
        found.require(new.expires_at.is_none_or(|end| end > self.0.now()), || {
            Violation::new("/expires_at", Code::VALUE_BAD_FORMAT).saying("expected", Word::FUTURE_TIME)
        });
        found.into_result()
    }

    fn refuse_wider(&self, scopes: &[Permission]) -> Result<()> {
        let own = self.0.caller().permissions;
        match scopes.iter().find(|scope| !own.contains(**scope)) {
            Some(scope) => {
                let error = Error::new(Code::API_KEY_TOO_WIDE).with("permission", scope);
                Err(self.0.refuse_access(Entity::new("permission", scope), error))
            }
            None => Ok(()),
        }
    }

    /// A key that is not added yet, and its text.
    fn mint(&self, new: NewApiKey) -> Result<(ApiKey, SecretString)> {
        let Token { text, hash } = TokenKind::ApiKey.mint(self.0.organization_id().uuid())?;
        let key = ApiKey {
            id: ApiKeyId::new(),
            name: new.name.trim().to_owned(),
            prefix: prefix(&text),
            token_hash: hash,
            scopes: new.scopes,
            created_by: match self.0.caller().actor {
                Actor::Human(user) => Some(user),
                _ => None,
            },
            created_at: self.0.now(),
            expires_at: new.expires_at,
            last_used_at: None,
            revoked_at: None,
        };
        Ok((key, text))
    }

    fn revoked(&self, key: &ApiKey) -> ApiKey {
        ApiKey { revoked_at: Some(self.0.now()), ..key.clone() }
    }
}

fn not_found(id: ApiKeyId) -> Error {
    Error::new(Code::API_KEY_NOT_FOUND).with("id", id)
}

fn entity(id: ApiKeyId) -> Entity {
    Entity::new("api_key", id)
}
