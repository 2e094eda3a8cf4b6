//! OpenAPI schemas that cannot be derived where the types are.

use utoipa::openapi::schema::{ObjectBuilder, SchemaFormat, SchemaType, Type};
use utoipa::openapi::{KnownFormat, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::access::Permission;
use crate::agent::Capability;
use crate::agent::capability::Wire;
use crate::exchange_rate::{self, ExchangeRate};
use crate::id::Id;

/// An exact decimal number, as whoever sends one may write it: text, or a number.
#[derive(Debug)]
pub struct Amount;

impl PartialSchema for Amount {
    fn schema() -> RefOr<Schema> {
        let types = [Type::String, Type::Number];
        let builder = ObjectBuilder::new().schema_type(SchemaType::from_iter(types));
        builder.description(Some("An exact decimal number, best as text")).examples(["0.0125"]).into()
    }
}

impl ToSchema for Amount {}

impl PartialSchema for Capability {
    fn schema() -> RefOr<Schema> {
        Wire::schema()
    }
}

impl ToSchema for Capability {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        Wire::schemas(schemas);
    }
}

/// An exact amount of money.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its schema is used")]
pub(crate) struct Money {
    /// A decimal number as text.
    #[schema(example = "0.0125")]
    amount: String,
    /// The ISO 4217 code of its currency.
    #[schema(example = "USD")]
    currency: String,
}

impl<T> PartialSchema for Id<T> {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::Uuid);
        ObjectBuilder::new().schema_type(Type::String).format(Some(format)).into()
    }
}

impl<T> ToSchema for Id<T> {
    fn name() -> std::borrow::Cow<'static, str> {
        "Id".into()
    }
}

impl PartialSchema for Permission {
    fn schema() -> RefOr<Schema> {
        let names = Self::all().map(Self::as_str);
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).into()
    }
}

impl ToSchema for Permission {
    fn name() -> std::borrow::Cow<'static, str> {
        "Permission".into()
    }
}

impl PartialSchema for ExchangeRate {
    fn schema() -> RefOr<Schema> {
        exchange_rate::Shown::schema()
    }
}

impl ToSchema for ExchangeRate {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        exchange_rate::Shown::schemas(schemas);
    }
}
