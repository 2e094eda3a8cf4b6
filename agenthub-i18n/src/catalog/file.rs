//! One message file, read and checked as a whole.

use std::collections::HashMap;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::{ast, parser, serializer};

use super::facts::{Facts, facts};
use super::functions::FUNCTIONS;
use super::{Source, plurals};
use crate::{Fault, Reason};

/// A file that was read without a fault.
#[derive(Debug)]
pub(crate) struct MessageFile {
    pub(crate) source: Arc<Source>,
    pub(crate) resource: Arc<FluentResource>,
    pub(crate) entries: HashMap<String, Arc<Entry>>,
}

/// What is known of a message or term (its id then begins with `-`), and where it stands.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) file: Arc<Source>,
    pub(crate) line: usize,
    pub(crate) value: Option<Facts>,
    pub(crate) attributes: Vec<(String, Facts)>,
}

impl Entry {
    /// The facts of the value and of all attributes.
    pub(crate) fn patterns(&self) -> impl Iterator<Item = &Facts> {
        self.value.iter().chain(self.attributes.iter().map(|(_, facts)| facts))
    }
}

impl MessageFile {
    /// Reads a file; all its faults are told at once, and none of it is used then.
    pub(crate) fn read(source: Source) -> Result<Self, Vec<Fault>> {
        let source = Arc::new(source);
        let text: &str = &source.text;
        let mut syntax = parser::parse_runtime(text).map_err(|(_, errors)| {
            errors.iter().map(|error| source.fault(error.pos.start, (&error.kind).into())).collect::<Vec<_>>()
        })?;
        let entries = entries(&syntax, &source)?;
        plurals::rewrite(&mut syntax);
        let resource = FluentResource::try_new(serializer::serialize(&syntax)).map_err(|(_, errors)| {
            errors.iter().map(|error| source.fault(0, (&error.kind).into())).collect::<Vec<_>>()
        })?;
        Ok(Self { source: source.clone(), resource: Arc::new(resource), entries })
    }

    /// The text of a message as it stands in the file.
    pub(crate) fn source_of(&self, id: &str) -> Option<String> {
        if !self.entries.contains_key(id) {
            return None;
        }
        let mut syntax = parser::parse_runtime(&*self.source.text).ok()?;
        syntax.body.retain(|entry| matches!(entry, ast::Entry::Message(message) if message.id.name == id));
        let text = serializer::serialize(&syntax);
        let (_, pattern) = text.split_once('=')?;
        let lines = pattern.trim().lines().map(|line| line.strip_prefix("    ").unwrap_or(line));
        Some(lines.collect::<Vec<_>>().join("\n"))
    }
}

fn entries(
    syntax: &ast::Resource<&str>,
    source: &Arc<Source>,
) -> Result<HashMap<String, Arc<Entry>>, Vec<Fault>> {
    let mut entries = HashMap::new();
    let mut faults = Vec::new();
    for entry in &syntax.body {
        let (name, id, value, attributes) = match entry {
            ast::Entry::Message(message) => {
                (message.id.name, message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
            }
            ast::Entry::Term(term) => {
                (term.id.name, format!("-{}", term.id.name), Some(&term.value), &term.attributes)
            }
            _ => continue,
        };
        // The name is a part of the text, so its address tells its place.
        let place = (name.as_ptr() as usize).saturating_sub(source.text.as_ptr() as usize);
        let attributes = attributes.iter().map(|each| (each.id.name.to_owned(), facts(&each.value)));
        let line = source.line(place);
        let entry =
            Entry { file: source.clone(), line, value: value.map(facts), attributes: attributes.collect() };
        let unknown = entry
            .patterns()
            .flat_map(|facts| &facts.functions)
            .filter(|name| !FUNCTIONS.contains(&name.as_str()));
        faults.extend(
            unknown.map(|name| source.fault(place, Reason::Function { id: id.clone(), name: name.clone() })),
        );
        if let Some(first) = entries.insert(id.clone(), Arc::new(entry)) {
            let before = format!("line {}", first.line);
            faults.push(source.fault(place, Reason::Twice { id, place: before }));
        }
    }
    if faults.is_empty() { Ok(entries) } else { Err(faults) }
}
