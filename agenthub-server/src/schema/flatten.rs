//! Types that take the fields of others into themselves.
//!
//! Their derived schema says "all of these", and where one of those takes no other fields, nothing can be all of them.

use serde_json::{Map, Value, json};

/// Writes every such schema as one object with all the fields.
pub(super) fn flatten(schemas: &mut Map<String, Value>) {
    let flat: Vec<_> = schemas
        .iter()
        .filter(|(_, schema)| schema.get("allOf").is_some())
        .filter_map(|(name, schema)| Some((name.clone(), whole(schema, schemas)?)))
        .collect();
    schemas.extend(flat);
}

/// The object with the fields of all parts; `None` where a part is no plain object.
fn whole(schema: &Value, schemas: &Map<String, Value>) -> Option<Value> {
    let mut whole = Whole::default();
    whole.gather(schema, schemas)?;
    let mut object = json!({ "type": "object", "properties": whole.fields });
    if !whole.required.is_empty() {
        object["required"] = Value::Array(whole.required);
    }
    if whole.is_closed {
        object["additionalProperties"] = Value::Bool(false);
    }
    if let Some(description) = schema.get("description") {
        object["description"] = description.clone();
    }
    Some(object)
}

/// The fields of all parts; closed where a part is.
#[derive(Default)]
struct Whole {
    fields: Map<String, Value>,
    required: Vec<Value>,
    is_closed: bool,
}

impl Whole {
    fn gather(&mut self, schema: &Value, schemas: &Map<String, Value>) -> Option<()> {
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            let name = target.rsplit('/').next()?;
            return self.gather(schemas.get(name)?, schemas);
        }
        if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
            return parts.iter().try_for_each(|part| self.gather(part, schemas));
        }
        self.fields.extend(schema.get("properties")?.as_object()?.clone());
        self.required.extend(schema.get("required").and_then(Value::as_array).into_iter().flatten().cloned());
        self.is_closed |= schema.get("additionalProperties") == Some(&Value::Bool(false));
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_all_parts_stand_in_one_object() {
        let closed = json!({ "type": "object", "properties": { "a": {} }, "required": ["a"], "additionalProperties": false });
        let own = json!({ "type": "object", "properties": { "b": {} }, "required": ["b"] });
        let both =
            json!({ "description": "Both", "allOf": [{ "$ref": "#/components/schemas/Closed" }, own] });
        let mut schemas = Map::from_iter([("Closed".to_owned(), closed.clone()), ("Both".to_owned(), both)]);
        flatten(&mut schemas);
        let expected = json!({ "description": "Both", "type": "object", "properties": { "a": {}, "b": {} }, "required": ["a", "b"], "additionalProperties": false });
        assert_eq!(schemas["Both"], expected);
        assert_eq!(schemas["Closed"], closed);
    }
}
