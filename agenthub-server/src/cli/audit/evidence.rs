//! What a log is checked with, from flags and files.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use agenthub_core::audit::VerifierKey;
use agenthub_core::audit::verify::Evidence;
use agenthub_core::organization::OrganizationId;
use clap::ArgMatches;
use serde::Deserialize;

/// A line of a witness file.
#[derive(Deserialize)]
struct Line {
    note: String,
}

/// Keys, and heads that were kept elsewhere, of any organizations.
pub(super) struct Everything {
    keys: Vec<VerifierKey>,
    witnessed: BTreeMap<OrganizationId, Vec<String>>,
}

pub(super) type Read<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// Reads what the flags and the files that they name say.
pub(super) fn read(matches: &ArgMatches) -> Read<Everything> {
    let mut everything = Everything { keys: Vec::new(), witnessed: BTreeMap::new() };
    for key in said(matches, "key") {
        everything.key(key, "--key")?;
    }
    for file in said(matches, "keys") {
        for line in text(file)?.lines().filter(|line| !line.trim().is_empty()) {
            everything.key(line.trim(), file)?;
        }
    }
    for file in said(matches, "witness") {
        everything.witness(file)?;
    }
    if everything.keys.is_empty() {
        return Err("give the public keys with --key or --keys; `agenthub audit keys` shows them where the \
                    server runs"
            .into());
    }
    Ok(everything)
}

impl Everything {
    /// What there is of one organization.
    pub(super) fn of(&self, organization: OrganizationId) -> Evidence {
        let witnessed = self.witnessed.get(&organization).cloned().unwrap_or_default();
        Evidence { keys: self.keys.clone(), witnessed }
    }

    /// The keys that are believed.
    pub(super) fn keys(&self) -> &[VerifierKey] {
        &self.keys
    }

    /// The organizations of which heads were kept elsewhere; their logs must be there.
    pub(super) fn witnessed(&self) -> impl Iterator<Item = OrganizationId> {
        self.witnessed.keys().copied()
    }

    fn key(&mut self, text: &str, place: &str) -> Read<()> {
        let key = text.parse().map_err(|error| format!("{place}: {text:?}: {error}"))?;
        self.keys.push(key);
        Ok(())
    }

    /// Takes the lines of a witness file, or a single checkpoint.
    fn witness(&mut self, file: &str) -> Read<()> {
        let text = text(file)?;
        if !text.starts_with('{') {
            return self.head(text, file);
        }
        for (number, line) in (1..).zip(text.lines()) {
            let place = format!("{file}: line {number}");
            let line: Line = serde_json::from_str(line).map_err(|error| format!("{place}: {error}"))?;
            self.head(line.note, &place)?;
        }
        Ok(())
    }

    fn head(&mut self, note: String, place: &str) -> Read<()> {
        let organization = note.lines().next().and_then(|origin| origin.rsplit('/').next()?.parse().ok());
        let organization = organization.ok_or_else(|| format!("{place}: it is no head of an audit log"))?;
        self.witnessed.entry(organization).or_default().push(note);
        Ok(())
    }
}

fn said<'m>(matches: &'m ArgMatches, name: &str) -> impl Iterator<Item = &'m str> {
    matches.get_many::<String>(name).into_iter().flatten().map(String::as_str)
}

fn text(file: &str) -> Read<String> {
    Ok(fs::read_to_string(file).map_err(|error| format!("{file}: cannot be read: {error}"))?)
}
