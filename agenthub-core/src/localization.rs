//! How people are spoken to: the language and time zone that a user or an organization prefers, and what an
//! organization says in words of its own.
//!
//! This is plain data. The core speaks to nobody; whoever does finds it with the caller, in
//! [`Caller::localization`](crate::Caller::localization), and needs no look into the database.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Phrase, Violation, Violations, Word};
use crate::message_override::MessageOverride;

/// The language and the time zone that somebody prefers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Preference {
    /// The language, as a BCP 47 tag such as `pt-BR`.
    pub language: Option<String>,
    /// The time zone, by its IANA name such as `Europe/Paris`.
    pub time_zone: Option<String>,
}

/// What is to be another of a preference: what is `None` stays as it is, `Some(None)` takes it away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PreferenceUpdate {
    /// The language.
    pub language: Option<Option<String>>,
    /// The time zone.
    pub time_zone: Option<Option<String>>,
}

/// What decides how a caller is spoken to, as the directory keeps it in mind.
#[derive(Debug, Clone, Default)]
pub struct Localization {
    /// What the caller prefers; nothing, where the caller is no person.
    pub user: Arc<Preference>,
    /// What the organization prefers.
    pub organization: Arc<Preference>,
    /// What the organization says in words of its own, sorted by language and key. It is the same `Arc` until that
    /// changes.
    pub overrides: Arc<[MessageOverride]>,
}

impl PreferenceUpdate {
    /// The preference as it is to be.
    ///
    /// Whether a language is spoken, or a zone known, is for whoever speaks to find out; here they only have to look
    /// like some.
    pub(crate) fn apply(&self, old: &Preference, found: &mut Violations) -> Preference {
        let Self { language, time_zone } = self.clone();
        let new = Preference {
            language: language.unwrap_or_else(|| old.language.clone()),
            time_zone: time_zone.unwrap_or_else(|| old.time_zone.clone()),
        };
        if let Some(language) = &new.language {
            check_language(found, "/language", language);
        }
        if let Some(zone) = &new.time_zone {
            check_time_zone(found, "/time_zone", zone);
        }
        new
    }
}

/// Finds what is wrong with a language tag.
pub(crate) fn check_language(found: &mut Violations, pointer: &str, tag: &str) {
    found.require(is_made_of(tag, 100, b"-"), || {
        bad_format(pointer, Word::LANGUAGE_TAG.with("example", "pt-BR"))
    });
}

/// Finds what is wrong with the name of a time zone.
pub(crate) fn check_time_zone(found: &mut Violations, pointer: &str, zone: &str) {
    found.require(is_made_of(zone, 64, b"/_+-"), || {
        bad_format(pointer, Word::TIME_ZONE.with("example", "Europe/Paris"))
    });
}

fn is_made_of(text: &str, longest: usize, besides: &[u8]) -> bool {
    let is_usual = |byte: u8| byte.is_ascii_alphanumeric() || besides.contains(&byte);
    (1..=longest).contains(&text.len()) && text.bytes().all(is_usual)
}

fn bad_format(pointer: &str, expected: Phrase) -> Violation {
    Violation::new(pointer, Code::VALUE_BAD_FORMAT).saying("expected", expected)
}
