//! The JSON Schema of a type, as the OpenAPI document shows it and as bodies are checked against it.

mod flatten;

use std::borrow::Cow;

use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use utoipa::openapi::{RefOr, Schema};

/// The schemas that another one refers to, by name.
pub(crate) type Named = Vec<(String, RefOr<Schema>)>;

/// The schema of a type, without the type: the name, and how to get the rest.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    name: fn() -> Cow<'static, str>,
    collect: fn(&mut Named),
}

impl Shape {
    /// The schema of `T`.
    pub(crate) fn of<T: ToSchema>() -> Self {
        Self { name: T::name, collect: collect::<T> }
    }

    /// A reference to it from elsewhere in the document.
    pub(crate) fn reference(self) -> Value {
        json!({ "$ref": format!("#/components/schemas/{}", (self.name)()) })
    }

    /// It, and all that it refers to.
    pub(crate) fn schemas(self) -> Map<String, Value> {
        let mut named = Named::new();
        (self.collect)(&mut named);
        let mut schemas = named.into_iter().map(|(name, schema)| (name, json!(schema))).collect();
        flatten::flatten(&mut schemas);
        schemas
    }

    /// A document of its own that says nothing but this schema.
    pub(crate) fn document(self) -> Value {
        let mut document = self.reference();
        document["components"] = json!({ "schemas": self.schemas() });
        document
    }

    /// The fields of it by name, where it is a plain object.
    pub(crate) fn fields(self) -> Map<String, Value> {
        let mut schemas = self.schemas();
        let own = schemas.get_mut((self.name)().as_ref()).and_then(|own| own.get_mut("properties"));
        own.and_then(Value::as_object_mut).map(std::mem::take).unwrap_or_default()
    }
}

fn collect<T: ToSchema>(named: &mut Named) {
    named.push((T::name().into_owned(), T::schema()));
    T::schemas(named);
}
