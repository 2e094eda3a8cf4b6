//! What can be wrong with a message file.

use fluent_syntax::parser::ErrorKind;

/// What is wrong with a message file, in English; a program that speaks to people finds the kind of it here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// A character is missing.
    #[error("expected `{0}`")]
    Expected(char),
    /// A text in quotes has no end.
    #[error("a text in quotes has no end")]
    OpenQuote,
    /// A brace has no partner.
    #[error("a closing brace has no opening one")]
    Braces,
    /// A choice without a variant for all other cases.
    #[error("a choice has no default variant, which begins with *")]
    NoDefault,
    /// Anything else that Fluent's grammar forbids, as its parser says it.
    #[error("{0}")]
    Syntax(String),
    /// Braces in braces in braces: this is the most that there may be.
    #[error("has braces within braces more than {0} deep")]
    Deep(usize),
    /// A function that is none.
    #[error("`{id}` calls `{name}`, which is no function")]
    Function {
        /// The message.
        id: String,
        /// The name of the function.
        name: String,
    },
    /// An argument that nobody gives the message.
    #[error("uses `${name}`, which the message is not given")]
    Argument {
        /// The name of the argument.
        name: String,
    },
    /// A message or term that is not there.
    #[error("{}refers to `{name}`, which is not there", who(.id))]
    Reference {
        /// The message that refers to it; none where it is the only one.
        id: Option<String>,
        /// The id that it refers to.
        name: String,
    },
    /// A message that was there before.
    #[error("`{id}` is there already, in {place}")]
    Twice {
        /// The message.
        id: String,
        /// Where it was.
        place: String,
    },
    /// The file is not there, or not where it could be one.
    #[error("{0}")]
    File(String),
}

fn who(id: &Option<String>) -> String {
    id.as_ref().map(|id| format!("`{id}` ")).unwrap_or_default()
}

impl From<&ErrorKind> for Reason {
    fn from(kind: &ErrorKind) -> Self {
        match kind {
            ErrorKind::ExpectedToken(token) => Self::Expected(*token),
            ErrorKind::UnterminatedStringLiteral => Self::OpenQuote,
            ErrorKind::UnbalancedClosingBrace => Self::Braces,
            ErrorKind::MissingDefaultVariant => Self::NoDefault,
            other => Self::Syntax(other.to_string()),
        }
    }
}
