//! Whether the languages say the same things.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::facts::{Facts, Kind};
use super::file::MessageFile;
use super::{Bundle, Catalog};
use crate::formats::Formats;
use crate::{Fault, Reason};

/// Something that a language lacks, or has too much, beside the reference language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The language at fault.
    pub language: String,
    /// The message.
    pub key: String,
    /// What is wrong with it.
    pub reason: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: `{}` {}", self.language, self.key, self.reason)
    }
}

/// Messages or terms of a file that refer to nothing.
pub(super) fn dangling(bundle: &Bundle) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (id, entry) in &bundle.entries {
        for reference in entry.patterns().flat_map(|facts| &facts.references) {
            let found = bundle.entries.get(&reference.id).is_some_and(|target| match &reference.attribute {
                Some(attribute) => target.attributes.iter().any(|(name, _)| name == attribute),
                None => target.value.is_some(),
            });
            if !found {
                let reason = Reason::Reference { id: Some(id.clone()), name: reference.id.clone() };
                faults.push(Fault { file: entry.file.file.clone(), line: entry.line, reason });
            }
        }
    }
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    faults
}

/// Messages that two files of one layer both have.
pub(super) fn twice(first: &MessageFile, second: &MessageFile) -> Vec<Fault> {
    let both = second.entries.iter().filter_map(|(id, entry)| Some((id, entry, first.entries.get(id)?)));
    let faults = both.map(|(id, entry, earlier)| Fault {
        file: entry.file.file.clone(),
        line: entry.line,
        reason: Reason::Twice { id: id.clone(), place: format!("{}:{}", earlier.file.file, earlier.line) },
    });
    faults.collect()
}

/// Compares every language with the reference.
pub(super) fn check(catalog: &Catalog, reference: &str) -> Vec<Finding> {
    let Some(reference) = catalog.0.get(reference) else { return Vec::new() };
    let mut findings = Vec::new();
    for bundle in catalog.0.values() {
        let mut find = |id: &str, reason: String| {
            let (language, key) = (bundle.language.to_string(), key(id));
            findings.push(Finding { language, key, reason });
        };
        for id in messages(reference).filter(|id| !bundle.entries.contains_key(*id)) {
            find(id, "is missing".to_owned());
        }
        for id in messages(bundle) {
            if !reference.entries.contains_key(id) {
                find(id, format!("is not in `{}`", reference.language));
                continue;
            }
            differences(&shape(reference, id), &shape(bundle, id)).for_each(|reason| find(id, reason));
            categories(bundle, id).into_iter().for_each(|reason| find(id, reason));
        }
    }
    findings.sort_by(|a, b| (&a.language, &a.key).cmp(&(&b.language, &b.key)));
    findings
}

fn messages(bundle: &Bundle) -> impl Iterator<Item = &str> {
    bundle.entries.keys().map(String::as_str).filter(|id| !id.starts_with('-'))
}

/// The key that a message is known by: `user.welcome` for `user-welcome`.
pub(crate) fn key(id: &str) -> String {
    id.replace('-', ".")
}

/// Arguments of the value (under the empty name) and of each attribute.
type Shape = BTreeMap<String, BTreeMap<String, Kind>>;

fn shape(bundle: &Bundle, id: &str) -> Shape {
    let Some(entry) = bundle.entries.get(id) else { return Shape::new() };
    let value = entry.value.iter().map(|facts| (String::new(), facts));
    let attributes = entry.attributes.iter().map(|(name, facts)| (name.clone(), facts));
    value.chain(attributes).map(|(name, facts)| (name, arguments(bundle, facts))).collect()
}

/// The arguments of a pattern and of the messages that it refers to.
pub(crate) fn arguments(bundle: &Bundle, facts: &Facts) -> BTreeMap<String, Kind> {
    let mut found = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![facts];
    while let Some(facts) = open.pop() {
        for (name, kind) in &facts.arguments {
            let known = found.entry(name.clone()).or_insert(*kind);
            *known = (*kind).max(*known);
        }
        // A term sees only the arguments it is called with.
        for reference in facts.references.iter().filter(|reference| !reference.id.starts_with('-')) {
            if seen.insert(&reference.id) {
                open.extend(bundle.entries.get(&reference.id).into_iter().flat_map(|entry| entry.patterns()));
            }
        }
    }
    found
}

fn differences(expected: &Shape, found: &Shape) -> impl Iterator<Item = String> {
    let named = |name: &str| if name.is_empty() { "the text".to_owned() } else { format!("`.{name}`") };
    let mut reasons = Vec::new();
    for (part, arguments) in expected {
        match found.get(part) {
            None => reasons.push(format!("lacks {}", named(part))),
            Some(found) => {
                let lacks = arguments.keys().filter(|name| !found.contains_key(*name));
                reasons.extend(lacks.map(|name| format!("does not use `${name}` in {}", named(part))));
                let adds = found.keys().filter(|name| !arguments.contains_key(*name));
                reasons.extend(
                    adds.map(|name| format!("uses `${name}` in {}, which nobody gives it", named(part))),
                );
            }
        }
    }
    let extra = found.keys().filter(|part| !expected.contains_key(*part));
    reasons.extend(extra.map(|part| format!("has {}, which the reference has not", named(part))));
    reasons.into_iter()
}

/// Plural categories that the language has and a choice of the message lacks, or the other way round.
fn categories(bundle: &Bundle, id: &str) -> Vec<String> {
    let formats = Formats::of(&bundle.language);
    let entry = bundle.entries.get(id);
    let choices = entry.into_iter().flat_map(|entry| entry.patterns()).flat_map(|facts| &facts.choices);
    let mut reasons = Vec::new();
    for choice in choices {
        let needed: Vec<&str> =
            formats.plural_categories(choice.ordinal).iter().map(|each| each.as_str()).collect();
        let lacks = needed.iter().filter(|name| !choice.categories.contains(**name));
        reasons.extend(lacks.map(|name| format!("lacks the plural form `{name}`")));
        let extra = choice.categories.iter().filter(|name| !needed.contains(&name.as_str()));
        reasons.extend(extra.map(|name| format!("has the plural form `{name}`, which the language has not")));
    }
    reasons
}
