//! Tokens: texts that nobody can guess, shown once; what is kept is their hash.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRng as _;
use rand::rngs::SysRng;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::error::{Error, Result};

/// SHA-256 of a token. The token has 256 random bits, so that a slow hash would add nothing.
pub(crate) type TokenHash = [u8; 32];

/// What a token is for; its first characters say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    ApiKey,
    Refresh,
    Invitation,
}

/// A token that was just made.
pub(crate) struct Token {
    /// Handed out once.
    pub(crate) text: SecretString,
    /// Kept.
    pub(crate) hash: TokenHash,
}

impl TokenKind {
    fn prefix(self) -> &'static str {
        match self {
            Self::ApiKey => "ahk_",
            Self::Refresh => "ahr_",
            Self::Invitation => "ahi_",
        }
    }

    /// Makes a token: the prefix, then in base64 whose it is and 32 random bytes.
    pub(crate) fn mint(self, whose: Uuid) -> Result<Token> {
        let mut bytes = [0; 48];
        let (id, secret) = bytes.split_at_mut(16);
        id.copy_from_slice(whose.as_bytes());
        SysRng
            .try_fill_bytes(secret)
            .map_err(|e| Error::internal("the system gave no random bytes").source(e))?;
        let text = format!("{}{}", self.prefix(), URL_SAFE_NO_PAD.encode(bytes));
        let hash = hash(&text);
        Ok(Token { text: SecretString::from(text), hash })
    }

    /// Whose a token says it is, and its hash; `None` where the text is no token of this kind.
    pub(crate) fn read(self, text: &SecretString) -> Option<(Uuid, TokenHash)> {
        let text = text.expose_secret();
        let mut bytes = [0; 48];
        let length = URL_SAFE_NO_PAD.decode_slice(text.strip_prefix(self.prefix())?, &mut bytes).ok()?;
        let whose = Uuid::from_slice(bytes.get(..16)?).ok()?;
        (length == bytes.len()).then(|| (whose, hash(text)))
    }
}

fn hash(text: &str) -> TokenHash {
    Sha256::digest(text.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOSE: Uuid = Uuid::from_u128(7);

    #[test]
    fn a_token_reads_back_as_what_it_was_made_for() {
        let token = TokenKind::Refresh.mint(WHOSE).unwrap();
        assert_eq!(TokenKind::Refresh.read(&token.text), Some((WHOSE, token.hash)));
        assert_eq!(TokenKind::ApiKey.read(&token.text), None, "the kinds are told apart");
    }

    #[test]
    fn no_two_tokens_are_the_same() {
        let made: std::collections::HashSet<_> =
            (0..100).map(|_| TokenKind::ApiKey.mint(WHOSE).unwrap().hash).collect();
        assert_eq!(made.len(), 100);
    }

    #[test]
    fn anything_else_is_no_token() {
        let token = TokenKind::ApiKey.mint(WHOSE).unwrap();
        let text = token.text.expose_secret();
        let shorter = &text[..text.len() - 4];
        for text in ["", "ahk_", "ahk_AAAA", "ahk_ä", shorter, &format!("{text}AAAA"), &text[1..]] {
            assert_eq!(TokenKind::ApiKey.read(&SecretString::from(text)), None, "{text}");
        }
    }
}
