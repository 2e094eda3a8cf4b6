//! The canonical encoding of a record, and its hash.

use std::fmt::Write as _;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::Record;
use super::tree::{TreeHash, leaf_hasher};
use crate::organization::OrganizationId;

/// The version of the encoding; the first field, so that another encoding gives other hashes.
const ENCODING: &[u8] = b"agenthub audit 1";

/// The leaf hash of a record at its place.
pub(super) fn leaf_hash(organization: OrganizationId, sequence: u64, record: &Record) -> TreeHash {
    let mut leaf = Leaf(leaf_hasher());
    leaf.field(ENCODING);
    leaf.field(organization.uuid().as_bytes());
    leaf.field(&sequence.to_be_bytes());
    leaf.field(record.id.uuid().as_bytes());
    leaf.field(&record.at.timestamp_micros().to_be_bytes());
    leaf.field(record.actor.kind().as_str().as_bytes());
    leaf.optional(record.actor.id().as_deref());
    leaf.field(&[u8::from(record.triggered_by_automation)]);
    leaf.field(record.action.as_bytes());
    leaf.field(record.entity.kind.as_bytes());
    leaf.field(record.entity.id.as_bytes());
    leaf.field(canonical_json(&serde_json::to_value(&record.changes).unwrap_or_default()).as_bytes());
    leaf.optional(record.request.id.as_deref());
    leaf.optional(record.request.ip.as_deref());
    leaf.optional(record.request.user_agent.as_deref());
    leaf.optional(record.request.path.as_deref());
    leaf.field(record.severity.as_str().as_bytes());
    leaf.field(&(record.compliance_tags.len() as u64).to_be_bytes());
    for tag in &record.compliance_tags {
        leaf.field(tag.as_bytes());
    }
    leaf.field(record.outcome.as_str().as_bytes());
    leaf.optional(record.error_code.as_deref());
    TreeHash(leaf.0.finalize().into())
}

/// Hashes fields, each behind its length, so that no two records have the same encoding.
struct Leaf(Sha256);

impl Leaf {
    fn field(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    /// A field that may be absent, which is not the same as empty: all ones stand for its length then.
    fn optional(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.field(text.as_bytes()),
            None => self.0.update(u64::MAX.to_be_bytes()),
        }
    }
}

/// JSON with sorted keys and no spaces, whatever order the value's map keeps.
pub(super) fn canonical_json(value: &Value) -> String {
    let mut text = String::new();
    write_canonical(value, &mut text);
    text
}

fn write_canonical(value: &Value, text: &mut String) {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort_unstable();
            text.push('{');
            for (i, key) in keys.into_iter().enumerate() {
                if i > 0 {
                    text.push(',');
                }
                write_canonical(&Value::String(key.clone()), text);
                text.push(':');
                write_canonical(&map[key], text);
            }
            text.push('}');
        }
        Value::Array(items) => {
            text.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    text.push(',');
                }
                write_canonical(item, text);
            }
            text.push(']');
        }
        // Writing to a string cannot fail.
        scalar => drop(write!(text, "{scalar}")),
    }
}
