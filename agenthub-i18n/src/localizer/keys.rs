//! What messages there are.

use std::collections::{BTreeMap, BTreeSet};

use super::Localizer;
use crate::catalog::{Kind, arguments, key_of};

/// A message that is there, in whatever languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The key, such as `user.welcome`.
    pub key: String,
    /// The tags of the languages that have it.
    pub languages: Vec<String>,
    /// What it needs, in any of them.
    pub arguments: Vec<Argument>,
    /// The names of its attributes, in any of them.
    pub attributes: Vec<String>,
}

/// What a message needs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Argument {
    /// Its name, without `$`.
    pub name: String,
    /// What it must be.
    pub kind: Kind,
}

#[derive(Default)]
struct Found {
    languages: BTreeSet<String>,
    arguments: BTreeMap<String, Kind>,
    attributes: BTreeSet<String>,
}

impl Localizer {
    /// All messages, by key.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        let state = self.state();
        let mut found: BTreeMap<&str, Found> = BTreeMap::new();
        for (tag, bundle) in &state.catalog.0 {
            for (id, entry) in bundle.entries.iter().filter(|(id, _)| !id.starts_with('-')) {
                let found = found.entry(id).or_default();
                found.languages.insert(tag.clone());
                found.attributes.extend(entry.attributes.iter().map(|(name, _)| name.clone()));
                for (name, kind) in entry.patterns().flat_map(|facts| arguments(bundle, facts)) {
                    // A language without plural forms only shows what another counts with.
                    let known = found.arguments.entry(name).or_insert(kind);
                    *known = kind.max(*known);
                }
            }
        }
        let key = |(id, found): (&str, Found)| Key {
            key: key_of(id),
            languages: found.languages.into_iter().collect(),
            arguments: found.arguments.into_iter().map(|(name, kind)| Argument { name, kind }).collect(),
            attributes: found.attributes.into_iter().collect(),
        };
        found.into_iter().map(key).collect()
    }

    /// A message as its translator wrote it, to be shown to somebody who wants to override it.
    #[must_use]
    pub fn source(&self, key: &str, language: impl AsRef<str>) -> Option<String> {
        self.state().catalog.0.get(language.as_ref())?.source(&key.replace('.', "-"))
    }
}
