//! What is sealed in records, opened beside them: the records stay as their hashes have them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Lens, UNREADABLE, sealed};
use crate::audit::{Change, Entry};
use crate::error::Result;
use crate::store::View;
use crate::subject_key::is_sealed;

/// What is sealed in one record, opened, by its place there: `request.ip`, `changes.email.new`, …
pub(crate) type Opened = BTreeMap<String, Value>;

impl Lens {
    /// What is sealed in records, opened; one for each record.
    pub(crate) async fn beside(&mut self, view: &mut dyn View, entries: &[Entry]) -> Result<Vec<Opened>> {
        self.learn(view, entries.iter().flat_map(sealed)).await?;
        Ok(entries.iter().map(|entry| self.beside_one(entry)).collect())
    }

    fn beside_one(&self, entry: &Entry) -> Opened {
        let id = entry.record.id;
        let unreadable = || Value::from(UNREADABLE);
        let mut opened = Opened::new();
        for (name, Change { old, new }) in &entry.record.changes.0 {
            for (value, part) in [(old, "old"), (new, "new")] {
                if let Some(text) = value.as_ref().and_then(Value::as_str).filter(|text| is_sealed(text)) {
                    let field = format!("changes.{name}.{part}");
                    let shown = self.value(id, &field, text).unwrap_or_else(unreadable);
                    opened.insert(field, shown);
                }
            }
        }
        let request = &entry.record.request;
        for (text, field) in [(&request.ip, "request.ip"), (&request.user_agent, "request.user_agent")] {
            if let Some(text) = text.as_deref().filter(|text| is_sealed(text)) {
                let shown = self.text(id, field, text).map_or_else(unreadable, Value::from);
                opened.insert(field.to_owned(), shown);
            }
        }
        opened
    }
}
