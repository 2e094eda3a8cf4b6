//! Reading a number as the language writes it. ICU4X has no parser, so the marks are those that its formatter writes.

use super::Formats;
use crate::{Error, Number};

/// Longest text that is read, in bytes; real numbers are far shorter.
const LONGEST: usize = 200;

/// What a language writes numbers with.
#[derive(Debug)]
struct Marks {
    digits: [Option<char>; 10],
    group: Option<char>,
    decimal: Option<char>,
    /// Digits in the last group, and in those before.
    primary: usize,
    secondary: usize,
}

impl Formats {
    /// Reads a number that is written as the language writes it: its digits or ASCII's, its separators, whole groups
    /// or none. `parse_number(number_exact(n)) = n`.
    ///
    /// # Errors
    /// [`Error::UnreadableNumber`] with the place; also for a text that only another language would read.
    pub fn parse_number(&self, text: &str) -> Result<Number, Error> {
        let refused = |place| Error::UnreadableNumber {
            text: text.chars().take(64).collect(),
            place,
            example: self.number("1234567.89".parse().unwrap_or(Number::from(1))),
        };
        if text.len() > LONGEST {
            return Err(refused(LONGEST));
        }
        let plain = self.marks().plain(&normal(text)).map_err(|at| refused(at + 1))?;
        plain.parse().map_err(|_| refused(1))
    }

    fn marks(&self) -> Marks {
        let digits = std::array::from_fn(|digit| self.number_exact(digit).chars().find(|c| c.is_numeric()));
        let shown = self.number_exact("12345678.9".parse().unwrap_or(Number::from(1)));
        let mut marks = Marks { digits, group: None, decimal: None, primary: 0, secondary: 0 };
        let mut run = 0;
        for (_, c) in normal(&shown) {
            if marks.digit(c).is_some() {
                run += 1;
                continue;
            }
            // What was taken for the decimal separator was one between groups.
            (marks.group, marks.decimal) = (marks.decimal, Some(c));
            (marks.secondary, marks.primary) = (marks.primary, run);
            run = 0;
        }
        marks
    }
}

impl Marks {
    fn digit(&self, c: char) -> Option<u32> {
        let own = self.digits.iter().position(|digit| *digit == Some(c));
        own.and_then(|digit| u32::try_from(digit).ok()).or_else(|| c.to_digit(10))
    }

    /// The number as ASCII digits with a point; or the place of the character that does not fit.
    fn plain(&self, text: &[(usize, char)]) -> Result<String, usize> {
        let mut plain = String::with_capacity(text.len());
        let rest = match text {
            [(_, '-'), rest @ ..] => {
                plain.push('-');
                rest
            }
            [(_, '+'), rest @ ..] => rest,
            rest => rest,
        };
        let (mut run, mut grouped, mut fraction) = (0, false, false);
        let whole = |run: usize, grouped: bool| if grouped { run == self.primary } else { run > 0 };
        for (at, c) in rest {
            if let Some(digit) = self.digit(*c).and_then(|digit| char::from_digit(digit, 10)) {
                plain.push(digit);
                run += 1;
            } else if Some(*c) == self.decimal && !fraction && whole(run, grouped) {
                plain.push('.');
                (run, fraction) = (0, true);
            } else if Some(*c) == self.group && !fraction && self.is_group(run, grouped) {
                (run, grouped) = (0, true);
            } else {
                return Err(*at);
            }
        }
        let ended_well = if fraction { run > 0 } else { whole(run, grouped) };
        if ended_well { Ok(plain) } else { Err(text.last().map_or(0, |(at, _)| at + 1)) }
    }

    /// May a group that is not the last one have so many digits?
    fn is_group(&self, run: usize, grouped: bool) -> bool {
        if grouped { run == self.secondary } else { (1..=self.secondary).contains(&run) }
    }
}

/// The characters that are read, with their places: one kind of space, minus and apostrophe, and no invisible marks.
fn normal(text: &str) -> Vec<(usize, char)> {
    let same = |c: char| match c {
        '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
        c if c.is_whitespace() => Some(' '),
        '\u{2212}' | '\u{2010}' | '\u{2011}' | '\u{ff0d}' => Some('-'),
        '\u{2019}' | '\u{2bc}' => Some('\''),
        c => Some(c),
    };
    let read: Vec<_> =
        text.chars().enumerate().filter_map(|(at, c)| same(c).map(|same| (at, same))).collect();
    let outer = |side: &(usize, char)| side.1 == ' ';
    let from = read.iter().take_while(|it| outer(it)).count();
    let to = read.len() - read.iter().skip(from).rev().take_while(|it| outer(it)).count();
    read.get(from..to).unwrap_or_default().to_vec()
}

/// Reads a number that is written as the language writes it.
///
/// ```
/// use agenthub_i18n::parse_number;
///
/// assert_eq!(parse_number("1.234,56", "de")?.to_string(), "1234.56");
/// assert_eq!(parse_number("12,34,567", "hi")?.to_string(), "1234567");
/// assert!(parse_number("1,234.56", "de").is_err());
/// # Ok::<(), agenthub_i18n::Error>(())
/// ```
///
/// # Errors
/// As [`Formats::parse_number`].
pub fn parse_number(text: &str, language: impl AsRef<str>) -> Result<Number, Error> {
    Formats::with(language, |formats| formats.parse_number(text))
}
