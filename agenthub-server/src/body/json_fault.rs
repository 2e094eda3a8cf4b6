//! Why a text is not JSON, in words of ours.

use agenthub_core::error::{Code, Detail, Error, Phrase, Word};

/// The error of a body that is not JSON: what is wrong with it, and where.
pub(super) fn bad_json(error: &serde_json::Error) -> Error {
    let reason =
        Word::AT_LINE.saying("what", what(error)).with("line", error.line()).with("column", error.column());
    Error::new(Code::BAD_JSON).saying("reason", reason)
}

/// The parser tells what is wrong only as a text; one that is not known here is a fault of syntax like any other.
fn what(error: &serde_json::Error) -> Phrase {
    if error.is_eof() {
        return Word::ENDS_EARLY.into();
    }
    let text = error.to_string();
    let text = text.split(" at line ").next().unwrap_or_default();
    match text {
        "expected value" | "expected ident" => Word::MISSING.saying("expected", Word::VALUE),
        "key must be a string" | "expected `\"`" => Word::MISSING.saying("expected", Word::QUOTED_KEY),
        "expected `:`" => token(&[":"]),
        "expected `,` or `]`" => token(&[",", "]"]),
        "expected `,` or `}`" => token(&[",", "}"]),
        "trailing comma" => Word::JSON_TRAILING_COMMA.into(),
        "trailing characters" => Word::JSON_TRAILING.into(),
        "invalid number" | "number out of range" => Word::JSON_NUMBER.into(),
        "recursion limit exceeded" => Word::JSON_DEPTH.into(),
        text if text.starts_with("control character") => Word::JSON_CONTROL.into(),
        text if ["escape", "unicode"].iter().any(|word| text.contains(word)) => Word::JSON_ESCAPE.into(),
        _ => Word::SYNTAX.into(),
    }
}

/// One of these characters is expected.
fn token(any: &[&str]) -> Phrase {
    let quoted = any.iter().map(|one| Detail::text(format_args!("`{one}`")));
    Word::MISSING.saying("expected", Detail::Either(quoted.collect()))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn what_the_parser_says_is_known() {
        let deep = "[".repeat(200);
        let cases = [
            ("{", "it ends too early at line 1, column 1"),
            ("{\n \"a\": }", "a value is expected at line 2, column 7"),
            ("[1 2]", "`,` or `]` is expected at line 1, column 4"),
            ("{\"a\" 1}", "`:` is expected at line 1, column 6"),
            ("{\"a\": 1 \"b\"}", "`,` or `}` is expected at line 1, column 9"),
            ("{a: 1}", "a key in double quotes is expected at line 1, column 2"),
            ("[1,]", "there is a comma after the last entry at line 1, column 4"),
            ("{} x", "something follows its end at line 1, column 4"),
            ("01", "a number is invalid or too large at line 1, column 2"),
            ("\"\\x\"", "there is an invalid escape sequence in a text at line 1, column 3"),
            ("\"\u{1}\"", "there is a control character in a text at line 1, column 2"),
            (&deep, "it is nested too deeply at line 1, column 128"),
        ];
        for (text, expected) in cases {
            let error = bad_json(&serde_json::from_str::<Value>(text).unwrap_err());
            assert_eq!(error.to_string(), format!("the body is not JSON: {expected}"), "{text}");
        }
    }
}
