//! Who is asked for a message, one after the other: `pt-BR`, `pt`, `en`.

use std::sync::Arc;

use icu::locale::fallback::{LocaleFallbackConfig, LocaleFallbacker};
use icu::locale::{DataLocale, LanguageIdentifier};

use super::state::{Overrides, State};
use crate::catalog::Bundle;
use crate::formats::Formats;
use crate::{Language, pseudo};

/// The bundles to ask for a language, in order.
#[derive(Debug)]
pub(super) struct Chain {
    pub(super) links: Vec<Link>,
    /// Whether the language asked for is among them, and not only its fallback.
    pub(super) spoken: bool,
}

/// A bundle, and how its messages write numbers and dates for this reader.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) bundle: Arc<Bundle>,
    pub(super) formats: Arc<Formats>,
}

impl Chain {
    pub(super) fn new(tag: &str, fallback: &Language, state: &State, overrides: Option<&Overrides>) -> Self {
        let mut chain = Self { links: Vec::new(), spoken: false };
        if let Ok(wanted) = tag.parse::<Language>() {
            if let Some(pseudo) = pseudo_bundle(&wanted, fallback, state) {
                chain.push(pseudo, &wanted);
            }
            for tag in ancestors(&wanted) {
                chain.extend(&tag, &wanted, state, overrides);
            }
            chain.spoken = !chain.links.is_empty();
        }
        chain.extend(fallback.as_str(), fallback, state, overrides);
        chain
    }

    fn extend(&mut self, tag: &str, wanted: &Language, state: &State, overrides: Option<&Overrides>) {
        let own = overrides.and_then(|overrides| overrides.bundles.get(tag));
        for bundle in own.into_iter().chain(state.catalog.0.get(tag)) {
            if !self.links.iter().any(|link| Arc::ptr_eq(&link.bundle, bundle)) {
                self.push(bundle.clone(), wanted);
            }
        }
    }

    fn push(&mut self, bundle: Arc<Bundle>, wanted: &Language) {
        // A German sentence for a reader in Switzerland has Swiss numbers; an English one English ones.
        let same = bundle.language.code() == wanted.code();
        let formats = Formats::of(if same { wanted } else { &bundle.language });
        self.links.push(Link { bundle, formats });
    }
}

/// The language and what CLDR says comes next: `es-MX`, `es-419`, `es`.
fn ancestors(language: &Language) -> Vec<String> {
    let fallbacker = LocaleFallbacker::new();
    let mut next =
        fallbacker.for_config(LocaleFallbackConfig::default()).fallback_for(language_locale(language));
    let mut tags = Vec::new();
    while !next.get().is_unknown() {
        tags.push(
            LanguageIdentifier::from((next.get().language, next.get().script, next.get().region)).to_string(),
        );
        next.step();
    }
    // Chinese in other characters is still nearer to a reader than English.
    if !tags.iter().any(|tag| tag == language.code()) {
        tags.push(language.code().to_owned());
    }
    tags
}

fn language_locale(language: &Language) -> DataLocale {
    DataLocale::from(&language.icu().id)
}

fn pseudo_bundle(wanted: &Language, fallback: &Language, state: &State) -> Option<Arc<Bundle>> {
    pseudo::transform(wanted.as_str())?;
    let bundle = state.catalog.0.get(fallback.as_str())?.pseudo(wanted.clone()).ok()?;
    Some(Arc::new(bundle))
}
