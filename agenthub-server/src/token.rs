//! Access tokens: JSON Web Tokens that say who signed in, where, and until when.

mod keys;

use agenthub_core::error::{Code, Error, Result};
use agenthub_core::identity::Claims;
use chrono::{DateTime, Utc};
use jsonwebtoken::{Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::keys::{Keys, Verifier};
use crate::key_file::KeyError;
use crate::settings::Settings;

/// Makes and checks access tokens. The keys are prepared once, so that a check costs one signature.
pub struct Tokens {
    keys: Keys,
    issuer: String,
    audience: String,
    lifetime: chrono::TimeDelta,
}

/// What stands in a token.
#[derive(Serialize, Deserialize)]
struct Wire {
    sub: Uuid,
    org: Uuid,
    sid: Uuid,
    #[serde(default)]
    su: bool,
    iat: i64,
    exp: i64,
    iss: String,
    aud: String,
}

impl Tokens {
    /// Prepares the keys that the settings name; makes and keeps a secret where they name none.
    ///
    /// # Errors
    /// A key file cannot be read or written, or holds no key.
    pub fn new(settings: &Settings) -> Result<Self, KeyError> {
        Ok(Self {
            keys: Keys::load(settings)?,
            issuer: settings.token_issuer.clone(),
            audience: settings.token_audience.clone(),
            lifetime: chrono::TimeDelta::from_std(settings.access_token_ttl)
                .unwrap_or(chrono::TimeDelta::MAX),
        })
    }

    /// How long a token is good, in seconds.
    pub fn lifetime_seconds(&self) -> i64 {
        self.lifetime.num_seconds()
    }

    /// Makes a token.
    ///
    /// # Errors
    /// `internal` where the key cannot sign.
    pub fn issue(&self, claims: &Claims, now: DateTime<Utc>) -> Result<String> {
        let wire = Wire {
            sub: claims.user.uuid(),
            org: claims.organization.uuid(),
            sid: claims.login.uuid(),
            su: claims.superuser,
            iat: now.timestamp(),
            exp: now.timestamp() + self.lifetime_seconds(),
            iss: self.issuer.clone(),
            aud: self.audience.clone(),
        };
        let signer = &self.keys.signer;
        let header = Header { kid: Some(signer.id.clone()), ..Header::new(signer.algorithm) };
        encode(&header, &wire, &signer.key).map_err(|e| Error::internal("signing an access token").source(e))
    }

    /// Checks a token: its signature by one of our keys, who issued it, for whom, and until when.
    ///
    /// # Errors
    /// `auth.token_expired` where it was good; `auth.token_invalid` for anything else.
    pub fn check(&self, token: &str, now: DateTime<Utc>) -> Result<Claims> {
        let header = decode_header(token).map_err(invalid)?;
        let mut found = Err(Error::new(Code::TOKEN_INVALID));
        for verifier in self.keys.verifiers(header.kid.as_deref(), header.alg) {
            found = self.check_by(verifier, token);
            if found.is_ok() {
                break;
            }
        }
        let wire = found?;
        if wire.exp <= now.timestamp() {
            return Err(Error::new(Code::TOKEN_EXPIRED));
        }
        Ok(Claims {
            user: agenthub_core::Id::from_uuid(wire.sub),
            organization: agenthub_core::Id::from_uuid(wire.org),
            login: agenthub_core::Id::from_uuid(wire.sid),
            superuser: wire.su,
        })
    }

    fn check_by(&self, verifier: &Verifier, token: &str) -> Result<Wire> {
        let wire: Wire = decode(token, &verifier.key, &verifier.validation).map_err(invalid)?.claims;
        if wire.iss == self.issuer && wire.aud == self.audience {
            Ok(wire)
        } else {
            Err(Error::new(Code::TOKEN_INVALID))
        }
    }
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tokens").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

fn invalid(error: jsonwebtoken::errors::Error) -> Error {
    Error::new(Code::TOKEN_INVALID).source(error)
}

/// Only the signature and the algorithm: time is the hub's clock's business, names are compared in [`Tokens::check_by`].
fn signature_only(algorithm: jsonwebtoken::Algorithm) -> Validation {
    let mut validation = Validation::new(algorithm);
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    validation
}
