//! What is wrong with a table, up to a bound.

use crate::error::{Code, Error, Phrase, Result, Violation, Word};

/// How many faults of one table are told one by one.
const SHOWN: usize = 20;

/// Collects the faults of a table: the first twenty word by word, the others as a number.
#[derive(Debug)]
pub(super) struct Faults {
    pointer: String,
    found: Vec<Phrase>,
    more: usize,
}

impl Faults {
    /// No faults yet of what stands at `pointer`.
    pub(super) fn at(pointer: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), found: Vec::new(), more: 0 }
    }

    /// Adds one; the words are only made where they will be shown.
    pub(super) fn add(&mut self, reason: impl FnOnce() -> Phrase) {
        if self.found.len() < SHOWN {
            self.found.push(reason());
        } else {
            self.more += 1;
        }
    }

    /// Fails with all that was found, if anything was.
    pub(super) fn into_result(mut self) -> Result<()> {
        if self.found.is_empty() {
            return Ok(());
        }
        if self.more > 0 {
            self.found.push(Word::TABLE_MORE.with("count", self.more));
        }
        let violation =
            |reason| Violation::new(self.pointer.clone(), Code::VALUE_BAD_TABLE).saying("reason", reason);
        Err(Error::new(Code::INVALID).violating(self.found.into_iter().map(violation).collect()))
    }
}

/// The error of one fault.
pub(super) fn fault(pointer: &str, reason: impl Into<Phrase>) -> Error {
    let violation = Violation::new(pointer, Code::VALUE_BAD_TABLE).saying("reason", reason.into());
    Error::new(Code::INVALID).violating(vec![violation])
}

/// A cell as an error message shows it: quoted, and short.
pub(super) fn shown(cell: &str) -> String {
    const LONGEST: usize = 40;
    if cell.chars().count() <= LONGEST {
        return format!("{cell:?}");
    }
    format!("{:?}…", cell.chars().take(LONGEST).collect::<String>())
}
