//! Comparing the values of changed fields with what a query asks for.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use serde_json::Value;

use crate::audit::Change;

/// How a value compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `:`
    Equal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

impl Comparison {
    /// Is this order one that it asks for?
    pub fn accepts(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Less => order.is_lt(),
            Self::AtMost => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::AtLeast => order.is_ge(),
        }
    }
}

/// What a value is compared with: text, which is a number where it reads as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operand {
    text: String,
    number: Option<Decimal>,
}

impl Operand {
    /// Reads it.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { number: decimal(&text), text }
    }

    /// Does the new value of the field compare so with it; the old value, where there is no new one?
    ///
    /// Numbers compare as numbers, exactly; texts only with texts, in the order of their characters.
    pub(super) fn compares(&self, change: &Change, comparison: Comparison) -> bool {
        let Some(value) = change.new.as_ref().or(change.old.as_ref()) else { return false };
        let number = match value {
            Value::Number(number) => decimal(&number.to_string()),
            _ => None,
        };
        let order = match (number, self.number, value) {
            (Some(number), Some(wanted), _) => Some(number.cmp(&wanted)),
            (_, _, Value::String(text)) => Some(text.as_str().cmp(&self.text)),
            _ => (words(value) == self.text).then_some(Ordering::Equal),
        };
        order.is_some_and(|order| comparison.accepts(order))
    }
}

fn decimal(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text)).ok()
}

/// A value as people would search for it: text without its quotes, anything else as JSON.
pub(super) fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
