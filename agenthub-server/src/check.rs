//! Checking JSON against the schema of a Rust type, then making the type of it.

mod faults;

use std::any::TypeId;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use agenthub_core::error::{Code, Error, Result, Violation};
use agenthub_i18n::{Language, Locale};
use jsonschema::Validator;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::schema::Shape;

pub(crate) use faults::join;

/// A schema that is ready for use.
struct Checker {
    document: Value,
    fields: Arc<Map<String, Value>>,
    validator: Validator,
}

/// One for each type that was ever checked; there are only as many as the API has bodies.
static CHECKERS: LazyLock<RwLock<HashMap<TypeId, Arc<Checker>>>> = LazyLock::new(RwLock::default);

/// Makes a `T` of JSON.
///
/// # Errors
/// `invalid` with every fault that the type's schema finds, each with its place.
pub(crate) fn typed<T: DeserializeOwned + ToSchema + 'static>(value: Value) -> Result<T> {
    let checker = checker::<T>()?;
    if !checker.validator.is_valid(&value) {
        let mut violations = Vec::new();
        for error in checker.validator.iter_errors(&value) {
            faults::add(&error, &checker.document, &mut violations);
        }
        return Err(Error::new(Code::INVALID).violating(violations));
    }
    // A rule that the schema cannot say.
    serde_path_to_error::deserialize(value).map_err(|error| {
        let pointer = faults::pointer(error.path());
        let violation = Violation::new(pointer, Code::VALUE_BREAKS_SCHEMA);
        let violation = violation.saying("reason", faults::of_serde(error.inner()));
        Error::new(Code::INVALID).violating(vec![violation])
    })
}

/// The schemas of the fields of `T`, by name.
pub(crate) fn fields<T: ToSchema + 'static>() -> Result<Arc<Map<String, Value>>> {
    Ok(Arc::clone(&checker::<T>()?.fields))
}

fn checker<T: ToSchema + 'static>() -> Result<Arc<Checker>> {
    let id = TypeId::of::<T>();
    if let Some(checker) = CHECKERS.read().unwrap_or_else(PoisonError::into_inner).get(&id) {
        return Ok(Arc::clone(checker));
    }
    let checker = Arc::new(Checker::new(Shape::of::<T>())?);
    CHECKERS.write().unwrap_or_else(PoisonError::into_inner).insert(id, Arc::clone(&checker));
    Ok(checker)
}

impl Checker {
    fn new(shape: Shape) -> Result<Self> {
        let document = shape.document();
        let options = jsonschema::draft202012::options()
            .should_validate_formats(true)
            .with_format("language", |tag: &str| tag.parse::<Language>().is_ok())
            .with_format("time-zone", |zone: &str| Locale::new("en", zone).is_ok());
        let validator = options.build(&document).map_err(|error| Error::internal(error.to_string()))?;
        Ok(Self { document, fields: Arc::new(shape.fields()), validator })
    }
}
