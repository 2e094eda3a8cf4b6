//! How a document breaks a JSON Schema, in words of ours.

use jsonschema::ReferencingError;
use jsonschema::error::{TypeKind, ValidationError, ValidationErrorKind as Kind};
use serde_json::Value;

use super::{Detail, Phrase, Word};

/// Why a schema refuses a value. What was sent is not repeated: it may be a secret.
pub fn schema_fault(error: &ValidationError<'_>) -> Phrase {
    match error.kind() {
        Kind::Required { property } => Word::LACKS_FIELD.with("name", plain(property)),
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            Word::SURPLUS_FIELD.with("name", unexpected.join(", "))
        }
        Kind::Type { kind } => Word::MUST_BE.saying("expected", schema_types(kind)),
        Kind::Enum { options } => Word::ONE_OF.with("allowed", listed(options)),
        Kind::Constant { expected_value } => Word::MUST_BE.with("expected", plain(expected_value)),
        Kind::Format { format } => Word::MUST_BE.saying("expected", schema_format(format)),
        Kind::Pattern { pattern } => Word::MUST_BE.saying("expected", Word::PATTERN.with("pattern", pattern)),
        Kind::FalseSchema => Word::FORBIDDEN.into(),
        Kind::UniqueItems => Word::DUPLICATES.into(),
        Kind::AnyOf { .. } | Kind::OneOfNotValid { .. } => Word::NO_KNOWN_FORM.into(),
        Kind::OneOfMultipleValid { .. } => Word::SEVERAL_FORMS.into(),
        Kind::Referencing(error) => dead_reference(error),
        other => bound(other).unwrap_or_else(|| Word::BREAKS_RULE.with("rule", other.keyword())),
    }
}

/// A reference in the schema itself that leads nowhere. What else can be wrong with one is told as the library says it.
fn dead_reference(error: &ReferencingError) -> Phrase {
    let named = |name: &str| Word::REFERENCE.with("name", name);
    match error {
        ReferencingError::PointerToNowhere { pointer } => named(pointer),
        ReferencingError::NoSuchAnchor { anchor } | ReferencingError::InvalidAnchor { anchor } => {
            named(anchor)
        }
        ReferencingError::Unretrievable { uri, .. } => named(uri),
        other => Word::TECHNICAL.with("text", other),
    }
}

/// What is too small or too large.
fn bound(kind: &Kind) -> Option<Phrase> {
    Some(match kind {
        Kind::Minimum { limit } => Word::AT_LEAST.with("min", plain(limit)),
        Kind::Maximum { limit } => Word::AT_MOST.with("max", plain(limit)),
        Kind::ExclusiveMinimum { limit } => Word::ABOVE.with("min", plain(limit)),
        Kind::ExclusiveMaximum { limit } => Word::BELOW.with("max", plain(limit)),
        Kind::MultipleOf { multiple_of } => Word::MULTIPLE_OF.with("of", multiple_of),
        Kind::MinLength { limit } => Word::TEXT_TOO_SHORT.with("min", limit),
        Kind::MaxLength { limit } => Word::TEXT_TOO_LONG.with("max", limit),
        Kind::MinItems { limit } => Word::LIST_TOO_SHORT.with("min", limit),
        Kind::MaxItems { limit } => Word::LIST_TOO_LONG.with("max", limit),
        Kind::AdditionalItems { limit } => Word::LIST_TOO_LONG.with("max", limit),
        Kind::MinProperties { limit } => Word::FIELDS_TOO_FEW.with("min", limit),
        Kind::MaxProperties { limit } => Word::FIELDS_TOO_MANY.with("max", limit),
        _ => return None,
    })
}

/// The types that a schema takes, by the names of JSON Schema.
pub fn schema_types(kind: &TypeKind) -> Detail {
    let named = |name: &str| match name {
        "string" => Word::TEXT.into(),
        "integer" => Word::WHOLE_NUMBER.into(),
        "number" => Word::NUMBER.into(),
        "boolean" => Word::TRUE_OR_FALSE.into(),
        "array" => Word::LIST.into(),
        "object" => Word::OBJECT.into(),
        other => Detail::text(other),
    };
    match kind {
        TypeKind::Single(single) => named(single.as_str()),
        TypeKind::Multiple(several) => {
            Detail::Either(several.into_iter().map(|it| named(it.as_str())).collect())
        }
    }
}

/// A format, by its name in JSON Schema.
pub fn schema_format(format: &str) -> Phrase {
    match format {
        "uuid" => Word::UUID.into(),
        "date-time" => Word::TIME.with("example", "2026-01-31T12:00:00Z"),
        "date" => Word::DATE.with("example", "2026-01-31"),
        "email" => Word::EMAIL.into(),
        "uri" => Word::URI.into(),
        "language" => Word::LANGUAGE_TAG.with("example", "pt-BR"),
        "time-zone" => Word::TIME_ZONE.with("example", "Europe/Paris"),
        other => Word::FORMAT.with("format", other),
    }
}

fn listed(options: &Value) -> String {
    let options = options.as_array().map(Vec::as_slice).unwrap_or_default();
    options.iter().map(plain).collect::<Vec<_>>().join(", ")
}

/// Text without its quotes, anything else as JSON.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn said(schema: &Value, value: &Value) -> String {
        let validator =
            jsonschema::draft202012::options().should_validate_formats(true).build(schema).unwrap();
        schema_fault(&validator.iter_errors(value).next().unwrap()).to_string()
    }

    #[test]
    fn the_rules_of_a_schema_are_told_in_words_of_ours_without_what_was_sent() {
        let cases = [
            (json!({ "required": ["a"] }), json!({}), "the field “a” is missing"),
            (
                json!({ "properties": { "a": true }, "additionalProperties": false }),
                json!({ "b": 1 }),
                "there must be no field “b”",
            ),
            (json!({ "type": ["string", "integer"] }), json!([]), "it must be "),
            (json!({ "enum": ["x", 1] }), json!("secret"), "it must be one of: x, 1"),
            (json!({ "minimum": 2 }), json!(1), "it must be at least 2"),
            (json!({ "exclusiveMaximum": 2.5 }), json!(3), "it must be below 2.5"),
            (json!({ "minLength": 3 }), json!("a"), "the text is shorter than 3 characters"),
            (json!({ "maxItems": 1 }), json!([1, 2]), "the list has more than 1 entries"),
            (json!({ "pattern": "^a$" }), json!("secret"), "it must be text that matches ^a$"),
            (json!({ "format": "date" }), json!("secret"), "it must be a date such as 2026-01-31"),
            (json!({ "uniqueItems": true }), json!([1, 1]), "an entry is there twice"),
            (json!({ "contains": { "const": 1 } }), json!(["secret"]), "it breaks the rule “contains”"),
            (json!(false), json!("secret"), "nothing may stand here"),
            (
                json!({ "anyOf": [{ "type": "null" }] }),
                json!("secret"),
                "it has none of the forms that are known",
            ),
        ];
        for (schema, value, expected) in cases {
            let said = said(&schema, &value);
            assert!(said.starts_with(expected) && !said.contains("secret"), "{schema}: {said}");
        }
    }
}
