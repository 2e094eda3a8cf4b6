//! What a change changed: old and new values, field by field.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Fields;

/// What is different, by field.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Changes(pub BTreeMap<String, Change>);

/// The old and the new value of one field.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// What it was; absent where there was nothing.
    #[serde(skip_serializing_if = "is_nothing", default)]
    pub old: Option<Value>,
    /// What it is; absent where there is nothing any more.
    #[serde(skip_serializing_if = "is_nothing", default)]
    pub new: Option<Value>,
}

/// A JSON null that is written is nothing when it is read back; so it is nothing to begin with, or the leaf hash of what
/// was read would be another one.
fn is_nothing(value: &Option<Value>) -> bool {
    value.as_ref().is_none_or(Value::is_null)
}

impl Changes {
    /// Nothing changed.
    pub fn none() -> Self {
        Self::default()
    }

    /// A thing that is new.
    ///
    /// Secrets cannot get in: the types that hold them do not serialize.
    ///
    /// ```compile_fail
    /// use agenthub_core::audit::Changes;
    /// use secrecy::SecretString;
    ///
    /// Changes::created(&SecretString::from("hunter2"));
    /// ```
    pub fn created<T: Serialize>(new: &T) -> Self {
        Self::compare(Fields::new(), fields(new))
    }

    /// A thing that is gone.
    pub fn removed<T: Serialize>(old: &T) -> Self {
        Self::compare(fields(old), Fields::new())
    }

    /// A thing that is another than it was; equal fields are left out.
    pub fn between<T: Serialize>(old: &T, new: &T) -> Self {
        Self::compare(fields(old), fields(new))
    }

    /// One field that is said by hand.
    pub fn with(mut self, field: impl Into<String>, new: impl Into<Value>) -> Self {
        self.0.insert(field.into(), Change { old: None, new: Some(new.into()) });
        self
    }

    fn compare(mut old: Fields, mut new: Fields) -> Self {
        let names: BTreeSet<String> = old.keys().chain(new.keys()).cloned().collect();
        let changes = names.into_iter().filter_map(|name| {
            let change = Change { old: old.remove(&name), new: new.remove(&name) };
            (change.old != change.new).then_some((name, change))
        });
        Self(changes.collect())
    }
}

/// The top-level fields of a thing; a thing without fields counts as one called `value`.
fn fields<T: Serialize>(thing: &T) -> Fields {
    match serde_json::to_value(thing) {
        Ok(Value::Object(map)) => map.into_iter().collect(),
        Ok(Value::Null) | Err(_) => Fields::new(),
        Ok(other) => Fields::from([("value".to_owned(), other)]),
    }
}
