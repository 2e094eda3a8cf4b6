//! The messages of one language, ready to be formatted.

use std::collections::HashMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentError, FluentMessage, FluentResource};
use rustc_hash::FxHashMap;

use super::file::{Entry, MessageFile};
use super::functions;
use crate::formats::Formats;
use crate::{Fault, Language, Reason, pseudo};

/// The messages of one language.
pub(crate) struct Bundle {
    pub(crate) language: Language,
    pub(crate) fluent: FluentBundle<Arc<FluentResource>>,
    pub(crate) entries: HashMap<String, Arc<Entry>>,
    /// The id of each message by its key: `user-welcome` by `user.welcome`.
    ids: FxHashMap<String, String>,
    /// What it was made of, for a bundle with some messages more.
    files: Vec<Arc<MessageFile>>,
}

impl Bundle {
    /// Puts files together; what a later file has goes before what an earlier one has.
    pub(crate) fn new(language: Language, files: Vec<Arc<MessageFile>>) -> Result<Self, Fault> {
        let id = language.icu().id.to_string().parse().unwrap_or_default();
        let mut fluent = FluentBundle::new_concurrent(vec![id]);
        functions::add(&mut fluent, &Formats::of(&language)).map_err(|error| internal(&language, &error))?;
        let mut entries = HashMap::new();
        for file in &files {
            fluent.add_resource_overriding(file.resource.clone());
            entries.extend(file.entries.iter().map(|(id, entry)| (id.clone(), entry.clone())));
        }
        let ids = entries.keys().map(|id: &String| (id.replace('-', "."), id.clone())).collect();
        Ok(Self { language, fluent, entries, ids, files })
    }

    /// The message with this key.
    pub(crate) fn message(&self, key: &str) -> Option<FluentMessage<'_>> {
        match self.ids.get(key) {
            Some(id) => self.fluent.get_message(id),
            // It may be written as the id is.
            None => self.fluent.get_message(&key.replace('.', "-")),
        }
    }

    /// The same messages with some of them replaced.
    pub(crate) fn with(&self, file: MessageFile) -> Result<Self, Fault> {
        let mut files = self.files.clone();
        files.push(Arc::new(file));
        Self::new(self.language.clone(), files)
    }

    /// The same messages in a language that nobody speaks.
    pub(crate) fn pseudo(&self, language: Language) -> Result<Self, Fault> {
        let transform = pseudo::transform(language.as_str());
        let mut bundle = Self::new(language, self.files.clone())?;
        bundle.fluent.set_transform(transform);
        Ok(bundle)
    }

    /// The source of a message as a translator wrote it.
    pub(crate) fn source(&self, id: &str) -> Option<String> {
        self.files.iter().rev().find_map(|file| file.source_of(id))
    }
}

impl std::fmt::Debug for Bundle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bundle")
            .field("language", &self.language)
            .field("messages", &self.entries.len())
            .finish()
    }
}

fn internal(language: &Language, error: &FluentError) -> Fault {
    Fault { file: language.to_string(), line: 0, reason: Reason::Syntax(error.to_string()) }
}
