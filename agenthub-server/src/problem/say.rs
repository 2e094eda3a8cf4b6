//! What is said to people.

use agenthub_core::error::Code;

/// The message of a code with its details, in the best language that the `Accept-Language` header asks for.
pub fn say(code: Code, args: &[(&'static str, String)], _languages: Option<&str>) -> String {
    let mut text = code.template().to_owned();
    for (name, value) in args {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}
