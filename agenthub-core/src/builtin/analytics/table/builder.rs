//! Building a column cell by cell.

use std::collections::HashMap;

use super::column::{Column, MISSING};

/// Words that stand for "no value", in any case.
const BLANKS: [&str; 7] = ["na", "n/a", "#n/a", "nan", "null", "-", "?"];

/// A column that is being filled; equal cells are kept once.
pub(super) struct Builder {
    name: String,
    codes: Vec<u32>,
    words: HashMap<Box<str>, u32>,
}

impl Builder {
    /// A column with `empty` cells already, none of which has a value.
    pub(super) fn new(name: impl Into<String>, empty: usize) -> Self {
        Self { name: name.into(), codes: vec![MISSING; empty], words: HashMap::new() }
    }

    /// Adds a cell.
    pub(super) fn push(&mut self, cell: &str) {
        let cell = cell.trim();
        if is_blank(cell) {
            self.codes.push(MISSING);
            return;
        }
        let code = match self.words.get(cell) {
            Some(code) => *code,
            None => {
                let code = self.words.len() as u32;
                self.words.insert(cell.into(), code);
                code
            }
        };
        self.codes.push(code);
    }

    /// Adds empty cells until there are `rows`.
    pub(super) fn pad(&mut self, rows: usize) {
        self.codes.resize(rows, MISSING);
    }

    /// The finished column; `comma_first` where numbers are likely written with a decimal comma.
    pub(super) fn finish(self, comma_first: bool) -> Column {
        let mut words = vec![Box::default(); self.words.len()];
        for (word, code) in self.words {
            words[code as usize] = word;
        }
        Column::new(self.name, self.codes, words, comma_first)
    }
}

fn is_blank(cell: &str) -> bool {
    cell.is_empty() || (cell.len() <= 4 && BLANKS.iter().any(|blank| cell.eq_ignore_ascii_case(blank)))
}
