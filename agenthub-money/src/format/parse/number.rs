//! Reading the number itself, strictly by the locale's separators and groups.

use super::text::normal;
use crate::format::symbols::{Grouping, Symbols};
use crate::money::exact;
use crate::{Decimal, Error};

/// The numbering system that a digit is from, where it is one that money is written in.
pub(super) fn system_of(digit: char) -> Option<&'static str> {
    match digit {
        '0'..='9' => Some("latn"),
        '\u{660}'..='\u{669}' => Some("arab"),
        '\u{6f0}'..='\u{6f9}' => Some("arabext"),
        '\u{966}'..='\u{96f}' => Some("deva"),
        _ => None,
    }
}

pub(super) fn read(text: &[(char, usize)], symbols: &Symbols) -> Result<Decimal, Error> {
    let mut reader = Reader {
        rest: text,
        end: text.last().map_or(0, |(_, at)| at + 1),
        decimal: plain(&symbols.decimal),
        group: plain(&symbols.group),
        symbols,
        plain: String::with_capacity(text.len()),
    };
    reader.whole()?;
    reader.fraction()?;
    exact::from_plain(&reader.plain)
}

fn plain(separator: &str) -> Vec<char> {
    // A separator that is a space must stay one, and only one.
    let space = separator.chars().all(char::is_whitespace);
    if space { vec![' '] } else { normal(separator).into_iter().map(|(c, _)| c).collect() }
}

struct Reader<'a> {
    rest: &'a [(char, usize)],
    end: usize,
    decimal: Vec<char>,
    group: Vec<char>,
    symbols: &'a Symbols,
    /// What was read, as a plain number.
    plain: String,
}

impl Reader<'_> {
    fn whole(&mut self) -> Result<(), Error> {
        let mut groups = vec![(self.place(), self.digits())];
        while !self.decimal_is_next() && self.take_separator(&self.group.clone()) {
            groups.push((self.place(), self.digits()));
        }
        match misplaced(&groups, self.symbols.grouping) {
            Some(at) => Err(Error::unreadable(at, self.expected())),
            None => Ok(()),
        }
    }

    fn fraction(&mut self) -> Result<(), Error> {
        if self.rest.is_empty() {
            return Ok(());
        }
        if !self.take_separator(&self.decimal.clone()) {
            return Err(Error::unreadable(self.place(), self.expected()));
        }
        self.plain.push('.');
        if self.digits() == 0 || !self.rest.is_empty() {
            return Err(Error::unreadable(self.place(), "digits up to the end of the number"));
        }
        Ok(())
    }

    /// Takes the digits that come next and tells how many.
    fn digits(&mut self) -> usize {
        let mut count = 0;
        while let [(c, _), rest @ ..] = self.rest
            && let Some(digit) = self.symbols.digits.iter().position(|digit| digit == c)
        {
            self.plain.push(char::from(b'0' + digit as u8));
            self.rest = rest;
            count += 1;
        }
        count
    }

    fn take_separator(&mut self, separator: &[char]) -> bool {
        if !self.next_is(separator) {
            return false;
        }
        self.rest = &self.rest[separator.len()..];
        true
    }

    fn decimal_is_next(&self) -> bool {
        self.next_is(&self.decimal)
    }

    fn next_is(&self, separator: &[char]) -> bool {
        !separator.is_empty()
            && self.rest.len() >= separator.len()
            && separator.iter().zip(self.rest).all(|(wanted, (c, _))| wanted == c)
    }

    fn place(&self) -> usize {
        self.rest.first().map_or(self.end, |(_, at)| *at)
    }

    fn expected(&self) -> String {
        let (decimal, group) = (&self.symbols.decimal, &self.symbols.group);
        format!("a number with `{decimal}` before the decimals and `{group}` between groups")
    }
}

/// Where a group begins that has not the digits it should have. Where lakhs are usual, thousands will do too.
fn misplaced(groups: &[(usize, usize)], grouping: Grouping) -> Option<usize> {
    let thousands = Grouping { secondary: grouping.primary, ..grouping };
    misplaced_by(groups, grouping).and_then(|at| misplaced_by(groups, thousands).map(|_| at))
}

fn misplaced_by(groups: &[(usize, usize)], grouping: Grouping) -> Option<usize> {
    let last = groups.len() - 1;
    let wrong = |index: usize, count: usize| match index {
        0 if last == 0 => count == 0,
        0 => count == 0 || count > grouping.secondary,
        index if index == last => count != grouping.primary,
        _ => count != grouping.secondary,
    };
    groups.iter().enumerate().find(|(index, (_, count))| wrong(*index, *count)).map(|(_, (at, _))| *at)
}
