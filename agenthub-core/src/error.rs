//! What can go wrong, said so that somebody can act on it.

mod code;
mod detail;
mod money;
mod schema;
mod violation;
mod word;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub use code::Code;
pub use detail::{Detail, Details, Phrase};
pub use schema::{schema_fault, schema_format, schema_types};
pub use violation::{Violation, Violations};
pub use word::Word;

use detail::interpolate;

/// A result with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What a caller can do about an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The thing does not exist here. Ask for another.
    NotFound,
    /// The thing is not in the state that was assumed. Read it again, then decide.
    Conflict,
    /// The input is wrong. Mend what [`Error::violations`] lists.
    Invalid,
    /// The caller lacks a permission. Ask an administrator.
    Denied,
    /// Nobody knows who asks. Sign in.
    Unauthenticated,
    /// A limit is reached. Wait for [`Error::retry_after`], or raise the limit.
    Exhausted,
    /// Something that is needed is away. Try again after [`Error::retry_after`].
    Unavailable,
    /// It took too long. Try again, or allow more time.
    Timeout,
    /// It is not offered. Choose what is.
    Unsupported,
    /// Stored data is not what was written. Call an operator.
    Corrupt,
    /// An agent did wrong. Tell its author.
    Fault,
    /// We did wrong. Tell us.
    Internal,
}

/// Anything that went wrong in the hub: a stable [`Code`], its details, and the cause.
///
/// `Display` is a lowercase fragment that fits after "failed to …: ".
///
/// ```
/// use agenthub_core::error::{Code, Error, ErrorKind};
///
/// let error = Error::new(Code::AGENT_NOT_FOUND).with("id", "7");
/// assert_eq!(error.kind(), ErrorKind::NotFound);
/// assert_eq!(error.to_string(), "no agent 7 in this organization");
/// ```
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    code: Code,
    args: Details,
    violations: Vec<Violation>,
    retry_after: Option<Duration>,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// An error with this code and no details yet.
    pub fn new(code: Code) -> Self {
        Self(Box::new(Inner {
            code,
            args: Vec::new(),
            violations: Vec::new(),
            retry_after: None,
            source: None,
        }))
    }

    /// An error of our own that should not have happened; `context` says where.
    pub fn internal(context: impl Into<String>) -> Self {
        Self::new(Code::INTERNAL).source(context.into())
    }

    /// Adds a detail that the code's message names, to be shown as it is: a name, a number.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.0.args.push((name, Detail::text(value)));
        self
    }

    /// Adds a detail that the code's message names, in words of ours.
    pub fn saying(mut self, name: &'static str, words: impl Into<Detail>) -> Self {
        self.0.args.push((name, words.into()));
        self
    }

    /// Adds the faults that were found in the input.
    pub fn violating(mut self, violations: Vec<Violation>) -> Self {
        self.0.violations = violations;
        self
    }

    /// Says when it is worth trying again.
    pub fn retry_in(mut self, wait: Duration) -> Self {
        self.0.retry_after = Some(wait);
        self
    }

    /// Keeps the cause.
    pub fn source(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.source = Some(Arc::from(source.into()));
        self
    }

    /// What a caller can do about it.
    pub fn kind(&self) -> ErrorKind {
        self.0.code.kind()
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// The details that the code's message names.
    pub fn args(&self) -> &[(&'static str, Detail)] {
        &self.0.args
    }

    /// Every fault of the input, each with its place.
    pub fn violations(&self) -> &[Violation] {
        &self.0.violations
    }

    /// How long to wait before trying again, where that is known.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&interpolate(self.0.code.template(), &self.0.args))?;
        for (i, violation) in self.0.violations.iter().enumerate() {
            write!(f, "{}{violation}", if i == 0 { ": " } else { "; " })?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("code", &self.0.code.as_str())
            .field("message", &self.to_string())
            .field("source", &self.0.source)
            .finish()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_ref().map(|source| source.as_ref() as _)
    }
}

impl From<Violations> for Error {
    fn from(violations: Violations) -> Self {
        Self::new(Code::INVALID).violating(violations.into_vec())
    }
}
