//! From what the schema found to what people are told.

use agenthub_core::error::{
    Code, Detail, Phrase, Violation, Word, schema_fault, schema_format, schema_types,
};
use jsonschema::error::{ValidationError, ValidationErrorKind as Kind};
use serde_json::Value;
use serde_path_to_error::Segment;

/// Adds what `error` says of the value; `document` is the schema, for what the error itself does not name.
pub(super) fn add(error: &ValidationError<'_>, document: &Value, faults: &mut Vec<Violation>) {
    let place = error.instance_path().as_str();
    match error.kind() {
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            let known = known_fields(error, document);
            faults.extend(unexpected.iter().map(|name| {
                Violation::new(join(place, name), Code::VALUE_UNKNOWN_FIELD)
                    .with("name", name)
                    .saying("allowed", known.clone())
            }));
        }
        Kind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            faults.push(Violation::new(join(place, name), Code::VALUE_REQUIRED));
        }
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            add_nearest(error, context, document, faults)
        }
        _ => faults.push(one(error, document)),
    }
}

/// The fault of a value that stands alone.
fn one(error: &ValidationError<'_>, document: &Value) -> Violation {
    let at = |code| Violation::new(error.instance_path().as_str(), code);
    match error.kind() {
        Kind::Type { kind } => at(Code::VALUE_WRONG_TYPE).saying("expected", schema_types(kind)),
        Kind::Enum { options } => at(Code::VALUE_NOT_ONE_OF).with("allowed", listed(options)),
        Kind::Constant { expected_value } => {
            at(Code::VALUE_NOT_ONE_OF).with("allowed", plain(expected_value))
        }
        Kind::Minimum { .. }
        | Kind::Maximum { .. }
        | Kind::ExclusiveMinimum { .. }
        | Kind::ExclusiveMaximum { .. } => {
            let schema = schema_of(error, document);
            let bound = |names: [&str; 2], open: &str| {
                names.iter().find_map(|name| schema.get(*name)).map_or_else(|| open.to_owned(), plain)
            };
            at(Code::VALUE_OUT_OF_RANGE)
                .with("min", bound(["minimum", "exclusiveMinimum"], "-∞"))
                .with("max", bound(["maximum", "exclusiveMaximum"], "∞"))
        }
        Kind::MinLength { limit } => at(Code::VALUE_TOO_SHORT).with("min", limit),
        Kind::MaxLength { limit } => at(Code::VALUE_TOO_LONG).with("max", limit),
        Kind::MaxItems { limit } | Kind::MaxProperties { limit } => {
            at(Code::VALUE_TOO_MANY).with("max", limit)
        }
        Kind::Format { format } => at(Code::VALUE_BAD_FORMAT).saying("expected", schema_format(format)),
        Kind::Pattern { pattern } => {
            at(Code::VALUE_BAD_FORMAT).saying("expected", Word::PATTERN.with("pattern", pattern))
        }
        Kind::UniqueItems => at(Code::VALUE_DUPLICATE),
        _ => at(Code::VALUE_BREAKS_SCHEMA).saying("reason", schema_fault(error)),
    }
}

/// Of several forms that a value may have, the faults of the one that it was meant to have, where that can be told:
/// the only one whose own type fits. Otherwise what forms there are.
fn add_nearest(
    error: &ValidationError<'_>,
    forms: &[Vec<ValidationError<'static>>],
    document: &Value,
    faults: &mut Vec<Violation>,
) {
    let place = error.instance_path().as_str();
    let own_type = |fault: &ValidationError<'_>| match fault.kind() {
        Kind::Type { kind } if fault.instance_path().as_str() == place => Some(schema_types(kind)),
        _ => None,
    };
    let mut fitting = forms.iter().filter(|form| !form.iter().any(|fault| own_type(fault).is_some()));
    match (fitting.next(), fitting.next()) {
        (Some(form), None) => form.iter().for_each(|fault| add(fault, document, faults)),
        (None, _) => {
            let expected: Vec<_> = forms.iter().flatten().filter_map(own_type).collect();
            let violation = Violation::new(place, Code::VALUE_WRONG_TYPE);
            faults.push(violation.saying("expected", Detail::Either(expected)));
        }
        _ => {
            let violation = Violation::new(place, Code::VALUE_BREAKS_SCHEMA);
            faults.push(violation.saying("reason", Word::NO_KNOWN_FORM));
        }
    }
}

/// The schema whose keyword found the fault.
fn schema_of<'d>(error: &ValidationError<'_>, document: &'d Value) -> &'d Value {
    let keyword = error.schema_path().as_str();
    let parent = keyword.rsplit_once('/').map_or("", |(parent, _)| parent);
    document.pointer(parent).unwrap_or(&Value::Null)
}

fn known_fields(error: &ValidationError<'_>, document: &Value) -> Detail {
    let fields = schema_of(error, document).get("properties").and_then(Value::as_object);
    let names: Vec<_> = fields.into_iter().flat_map(|fields| fields.keys()).collect();
    Detail::names(&names)
}

fn listed(options: &Value) -> String {
    let options = options.as_array().map(Vec::as_slice).unwrap_or_default();
    options.iter().map(plain).collect::<Vec<_>>().join(", ")
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Why a type takes no value that fits its schema. What serde says of it in English is only kept where nothing better
/// is known.
pub(super) fn of_serde(error: &serde_json::Error) -> Phrase {
    let text = error.to_string();
    let must_be = |expected: Phrase| Word::MUST_BE.saying("expected", expected);
    if text.contains("currency code") {
        must_be(Word::CURRENCY_CODE.with("example", "USD"))
    } else if text.contains("ecimal") {
        must_be(Word::NUMBER.into())
    } else {
        Word::TECHNICAL.with("text", text)
    }
}

/// A path of serde's as a JSON pointer.
pub(super) fn pointer(path: &serde_path_to_error::Path) -> String {
    path.iter().fold(String::new(), |pointer, segment| match segment {
        Segment::Seq { index } => format!("{pointer}/{index}"),
        Segment::Map { key } => join(&pointer, key),
        Segment::Enum { variant } => join(&pointer, variant),
        Segment::Unknown => pointer,
    })
}

/// The pointer to a field of what stands at a place.
pub(crate) fn join(place: &str, name: &str) -> String {
    format!("{place}/{}", name.replace('~', "~0").replace('/', "~1"))
}
