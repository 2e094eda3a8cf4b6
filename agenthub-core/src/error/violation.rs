//! Faults of the input: where, and what rule.

use std::fmt;

use super::{Code, Detail, Details, Error, Result, interpolate};

/// One fault of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The place, as a JSON pointer (RFC 6901): `/capabilities/forecast/price`.
    pub pointer: String,
    /// The broken rule, such as `value.required`.
    pub code: Code,
    /// What the rule's message names.
    pub args: Details,
}

impl Violation {
    /// A fault at `pointer`.
    pub fn new(pointer: impl Into<String>, code: Code) -> Self {
        Self { pointer: pointer.into(), code, args: Vec::new() }
    }

    /// Adds a detail that the rule's message names, to be shown as it is: a name, a number.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, Detail::text(value)));
        self
    }

    /// Adds a detail that the rule's message names, in words of ours.
    pub fn saying(mut self, name: &'static str, words: impl Into<Detail>) -> Self {
        self.args.push((name, words.into()));
        self
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.pointer.is_empty() { "/" } else { &self.pointer };
        write!(f, "{place} {}", interpolate(self.code.template(), &self.args))
    }
}

/// Collects faults, so that all of them are told at once.
#[derive(Debug, Default)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// Adds a fault.
    pub fn push(&mut self, violation: Violation) {
        self.0.push(violation);
    }

    /// Adds a fault unless `holds`.
    pub fn require(&mut self, holds: bool, violation: impl FnOnce() -> Violation) {
        if !holds {
            self.0.push(violation());
        }
    }

    /// Whether text has between `min` and `max` characters; a fault at `pointer` otherwise.
    pub fn length(&mut self, pointer: &str, text: &str, min: usize, max: usize) {
        let length = text.trim().chars().count();
        if length < min {
            let code = if length == 0 { Code::VALUE_REQUIRED } else { Code::VALUE_TOO_SHORT };
            self.push(Violation::new(pointer, code).with("min", min));
        } else if text.chars().count() > max {
            self.push(Violation::new(pointer, Code::VALUE_TOO_LONG).with("max", max));
        }
    }

    /// Nothing was found wrong?
    ///
    /// # Errors
    /// `invalid` with every fault.
    pub fn into_result(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::from(self)) }
    }

    pub(super) fn into_vec(self) -> Vec<Violation> {
        self.0
    }
}
