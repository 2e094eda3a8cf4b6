//! What can go wrong, and where.

mod reason;

use std::fmt;

pub use reason::Reason;

/// Why a translation, a message file or a value was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No language of the fallback chain has the message.
    #[error("no message `{key}` for `{language}`: see Localizer::keys for the ones there are")]
    UnknownKey {
        /// The key as asked for.
        key: String,
        /// The language as asked for.
        language: String,
    },
    /// The message has no such attribute in any language of the fallback chain.
    #[error("message `{key}` has no attribute `{attribute}`")]
    UnknownAttribute {
        /// The key as asked for.
        key: String,
        /// The attribute as asked for.
        attribute: String,
    },
    /// The message needs arguments that were not given.
    #[error("message `{key}` needs the arguments {}", names(missing))]
    MissingArguments {
        /// The key as asked for.
        key: String,
        /// The names of the arguments that are missing.
        missing: Vec<String>,
    },
    /// The message cannot be put together: a cycle, or a reference to nothing.
    #[error("message `{key}` in `{language}` cannot be resolved: {reason}")]
    Unresolvable {
        /// The key as asked for.
        key: String,
        /// The language whose message is at fault.
        language: String,
        /// What the resolver says.
        reason: String,
    },
    /// The text is not a language tag (BCP 47), such as `pt-BR`.
    #[error("`{tag}` is not a language tag such as `en` or `pt-BR`")]
    BadLanguage {
        /// The text as given, cut to a readable length.
        tag: String,
    },
    /// No catalog has this language.
    #[error("no messages are loaded in `{language}`")]
    UnknownLanguage {
        /// The language as asked for.
        language: String,
    },
    /// The text is not an IANA time zone.
    #[error("`{name}` is not a time zone such as `Europe/Paris`")]
    BadTimeZone {
        /// The text as given, cut to a readable length.
        name: String,
    },
    /// The text is not a decimal number.
    #[error("`{text}` is not a number: digits, with a point before the fraction, are expected")]
    NotANumber {
        /// The text as given, cut to a readable length.
        text: String,
    },
    /// The text is not a number as the language writes one.
    #[error("`{text}` is not a number such as `{example}`: look at character {place}")]
    UnreadableNumber {
        /// The text as given, cut to a readable length.
        text: String,
        /// The character that does not fit, counted from 1; one after the last where something is missing.
        place: usize,
        /// A number as the language writes one.
        example: String,
    },
    /// Message files were refused; nothing of them is in use.
    #[error("{} fault(s) in message files: {}", .0.len(), faults(.0))]
    Faults(Vec<Fault>),
}

/// One fault of a message file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, or the name its source was given.
    pub file: String,
    /// The line, counted from 1; 0 where the whole file is meant.
    pub line: usize,
    /// What is wrong.
    pub reason: Reason,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.reason)
    }
}

fn names(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn faults(faults: &[Fault]) -> String {
    faults.iter().map(Fault::to_string).collect::<Vec<_>>().join("; ")
}
