//! JSON Schemas (2020-12) of what the capabilities take and give.

mod input;
mod output;

pub(super) use input::input;
pub(super) use output::output;

use serde_json::{Value, json};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// An object of just these properties, all of them there but the `optional` ones.
fn object(properties: Value, optional: &[&str]) -> Value {
    let names = properties.as_object().into_iter().flat_map(|it| it.keys());
    let required: Vec<&str> = names.map(String::as_str).filter(|name| !optional.contains(name)).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// A list of these.
fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// This, or null.
fn or_null(schema: Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

/// Something of this type that means this.
fn typed(kind: &str, description: &str) -> Value {
    json!({ "type": kind, "description": description })
}

/// A number, or null where there is none, that means this.
fn maybe_number(description: &str) -> Value {
    json!({ "type": ["number", "null"], "description": description })
}
