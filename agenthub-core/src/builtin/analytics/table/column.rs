//! One column: its cells, each distinct text kept once.

use super::{date, number};

/// The code of a cell without a value.
pub(in crate::builtin::analytics) const MISSING: u32 = u32::MAX;

/// What a column's cells look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::builtin::analytics) enum Kind {
    /// Numbers.
    Number,
    /// Dates, with or without a time.
    Date,
    /// True and false.
    Boolean,
    /// Anything else.
    Text,
    /// No cell has a value.
    Empty,
}

/// One column of a table.
#[derive(Debug)]
pub(in crate::builtin::analytics) struct Column {
    /// What it is called.
    pub(in crate::builtin::analytics) name: String,
    /// For each row the place of its text in `words`, or [`MISSING`].
    pub(in crate::builtin::analytics) codes: Vec<u32>,
    /// The distinct texts.
    pub(in crate::builtin::analytics) words: Vec<Box<str>>,
    /// What they look like.
    pub(in crate::builtin::analytics) kind: Kind,
    /// Whether `1,5` is more likely one and a half than `1.5` is.
    pub(super) comma_first: bool,
}

impl Column {
    pub(super) fn new(name: String, codes: Vec<u32>, words: Vec<Box<str>>, comma_first: bool) -> Self {
        let kind = look(&words, comma_first);
        Self { name, codes, words, kind, comma_first }
    }

    /// The text of a row, where it has one.
    pub(in crate::builtin::analytics) fn cell(&self, row: usize) -> Option<&str> {
        self.words.get(self.codes[row] as usize).map(AsRef::as_ref)
    }

    /// How often each distinct text stands in the column.
    pub(in crate::builtin::analytics) fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.words.len()];
        for code in self.codes.iter().filter(|code| **code != MISSING) {
            counts[*code as usize] += 1;
        }
        counts
    }

    /// How many rows have no value.
    pub(in crate::builtin::analytics) fn missing(&self) -> usize {
        self.codes.iter().filter(|code| **code == MISSING).count()
    }
}

/// What most of the first distinct texts look like. A few odd ones do not change the kind: they are told as faults
/// when the column is used.
fn look(words: &[Box<str>], comma_first: bool) -> Kind {
    const LOOKED_AT: usize = 1_000;
    const MOST: f64 = 0.8;
    let sample = &words[..words.len().min(LOOKED_AT)];
    let most = |holds: &dyn Fn(&str) -> bool| {
        sample.iter().filter(|word| holds(word)).count() as f64 >= MOST * sample.len() as f64
    };
    if sample.is_empty() {
        Kind::Empty
    } else if sample.iter().all(|word| matches!(word.to_ascii_lowercase().as_str(), "true" | "false")) {
        Kind::Boolean
    } else if sample.iter().any(|word| has_leading_zero(word)) && !most(&date::looks_like_one) {
        Kind::Text
    } else if most(&|word| number::looks_like_one(word, comma_first)) {
        Kind::Number
    } else if most(&date::looks_like_one) {
        Kind::Date
    } else {
        Kind::Text
    }
}

/// `00123` is a code, such as a postal one, and no number.
fn has_leading_zero(word: &str) -> bool {
    word.len() > 1 && word.starts_with('0') && word.bytes().all(|byte| byte.is_ascii_digit())
}
