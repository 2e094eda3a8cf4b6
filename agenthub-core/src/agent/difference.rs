//! What is different between two versions of an agent, place by place.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{AgentId, AgentVersion};
use crate::audit::Change;

/// Fields of a version that say when and by whom it was made, not what the agent is.
const CIRCUMSTANCES: [&str; 4] = ["agent_id", "version_number", "created_at", "created_by"];

/// How one version of an agent differs from another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VersionDiff {
    /// Which agent.
    pub agent_id: AgentId,
    /// The new version.
    pub version_number: u32,
    /// The old one; absent for the first version, before which there was nothing.
    pub against: Option<u32>,
    /// Every place in which they differ.
    pub differences: Vec<Difference>,
}

/// One place in which two versions of an agent differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Difference {
    /// The place, as a JSON pointer, such as `/capabilities/forecast/price`.
    pub pointer: String,
    /// What stood there, and what stands there.
    #[serde(flatten)]
    pub change: Change,
}

impl VersionDiff {
    /// Compares two versions of one agent.
    ///
    /// Objects are compared field by field, lists item by item: something put into the middle of a list differs in all
    /// that comes after it.
    pub(crate) fn between(old: Option<&AgentVersion>, new: &AgentVersion) -> Self {
        let mut differences = Vec::new();
        let before = old.map_or(Value::Object(Map::new()), substance);
        compare(&mut differences, String::new(), before, substance(new));
        Self {
            agent_id: new.agent_id,
            version_number: new.version_number,
            against: old.map(|old| old.version_number),
            differences,
        }
    }
}

/// What a version says of the agent.
fn substance(version: &AgentVersion) -> Value {
    // A struct with text for keys always serializes.
    let mut value = serde_json::to_value(version).unwrap_or_default();
    if let Value::Object(fields) = &mut value {
        fields.retain(|name, _| !CIRCUMSTANCES.contains(&name.as_str()));
    }
    value
}

fn compare(found: &mut Vec<Difference>, pointer: String, old: Value, new: Value) {
    match (old, new) {
        (old, new) if old == new => {}
        (Value::Object(old), Value::Object(new)) => compare_fields(found, &pointer, old, new),
        (Value::Array(old), Value::Array(new)) => compare_items(found, &pointer, old, new),
        (old, new) => differ(found, pointer, Some(old), Some(new)),
    }
}

fn compare_fields(
    found: &mut Vec<Difference>,
    pointer: &str,
    mut old: Map<String, Value>,
    mut new: Map<String, Value>,
) {
    let names: BTreeSet<String> = old.keys().chain(new.keys()).cloned().collect();
    for name in names {
        let place = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
        compare_parts(found, place, old.remove(&name), new.remove(&name));
    }
}

fn compare_items(found: &mut Vec<Difference>, pointer: &str, old: Vec<Value>, new: Vec<Value>) {
    let (mut old, mut new) = (old.into_iter(), new.into_iter());
    let mut place = 0;
    loop {
        let (one, other) = (old.next(), new.next());
        if one.is_none() && other.is_none() {
            return;
        }
        compare_parts(found, format!("{pointer}/{place}"), one, other);
        place += 1;
    }
}

fn compare_parts(found: &mut Vec<Difference>, pointer: String, old: Option<Value>, new: Option<Value>) {
    match (old, new) {
        (Some(old), Some(new)) => compare(found, pointer, old, new),
        (old, new) => differ(found, pointer, old, new),
    }
}

fn differ(found: &mut Vec<Difference>, pointer: String, old: Option<Value>, new: Option<Value>) {
    found.push(Difference { pointer, change: Change { old, new } });
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn differences(old: Value, new: Value) -> Vec<(String, Option<Value>, Option<Value>)> {
        let mut found = Vec::new();
        compare(&mut found, String::new(), old, new);
        found.into_iter().map(|it| (it.pointer, it.change.old, it.change.new)).collect()
    }

    #[test]
    fn equal_documents_differ_nowhere() {
        let document = json!({ "a": [1, { "b": null }], "c": {} });
        assert_eq!(differences(document.clone(), document), []);
    }

    #[test]
    fn each_place_is_told_once_with_what_stood_and_stands_there() {
        let old =
            json!({ "name": "A", "tools": ["x", "y", "z"], "config": { "a/b": 1, "m~n": [], "gone": null } });
        let new = json!({ "name": "B", "tools": ["x", "w"], "config": { "a/b": 2, "m~n": {}, "new": [1] } });
        let expected = [
            ("/config/a~1b", Some(json!(1)), Some(json!(2))),
            ("/config/gone", Some(json!(null)), None),
            ("/config/m~0n", Some(json!([])), Some(json!({}))),
            ("/config/new", None, Some(json!([1]))),
            ("/name", Some(json!("A")), Some(json!("B"))),
            ("/tools/1", Some(json!("y")), Some(json!("w"))),
            ("/tools/2", Some(json!("z")), None),
        ];
        assert_eq!(differences(old, new), expected.map(|(place, old, new)| (place.to_owned(), old, new)));
    }

    #[test]
    fn the_pointers_lead_to_what_they_name() {
        let old = json!({ "": { "a": [{ "/": 1 }, 2] }, "~1": true });
        let new = json!({ "": { "a": [{ "/": 3 }] }, "~1": false, "~": 0 });
        for (pointer, before, after) in differences(old.clone(), new.clone()) {
            assert_eq!((old.pointer(&pointer), new.pointer(&pointer)), (before.as_ref(), after.as_ref()));
        }
    }
}
