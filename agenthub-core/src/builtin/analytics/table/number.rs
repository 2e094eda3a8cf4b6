//! Columns of numbers.

use super::column::{Column, MISSING};
use super::sum::Sum;
use crate::builtin::analytics::faults::{Faults, shown};
use crate::error::{Result, Word};

/// A column's numbers.
#[derive(Debug)]
pub(in crate::builtin::analytics) struct Numbers {
    /// For each row its number; NaN where there is none.
    pub(in crate::builtin::analytics) values: Vec<f64>,
    /// How many decimals the column is written with, where each of its values can be added as a whole number of its
    /// last decimal (at most 15 digits each).
    pub(in crate::builtin::analytics) decimals: Option<u32>,
}

/// Which sign stands before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Point,
    Comma,
}

/// Is this text a number, in one of the two ways of writing?
pub(super) fn looks_like_one(word: &str, comma_first: bool) -> bool {
    let [first, second] = signs(comma_first);
    parse(word, first).or_else(|| parse(word, second)).is_some()
}

fn signs(comma_first: bool) -> [Sign; 2] {
    if comma_first { [Sign::Comma, Sign::Point] } else { [Sign::Point, Sign::Comma] }
}

/// Reads a column; the way of writing that fits more of its cells is taken for all of them.
pub(super) fn read(column: &Column, pointer: &str) -> Result<Numbers> {
    let [first, second] = signs(column.comma_first && column.words.iter().any(|word| word.contains(',')));
    let mut parsed = parse_all(column, first);
    if parsed.iter().any(Option::is_none) {
        let other = parse_all(column, second);
        if count(&other) > count(&parsed) {
            parsed = other;
        }
    }
    check(column, &parsed, pointer)?;
    let values = column.codes.iter().map(|code| value_of(&parsed, *code)).collect();
    Ok(Numbers { values, decimals: common_decimals(&parsed) })
}

fn parse_all(column: &Column, sign: Sign) -> Vec<Option<Parsed>> {
    column.words.iter().map(|word| parse(word, sign)).collect()
}

fn count(parsed: &[Option<Parsed>]) -> usize {
    parsed.iter().flatten().count()
}

fn value_of(parsed: &[Option<Parsed>], code: u32) -> f64 {
    parsed.get(code as usize).copied().flatten().map_or(f64::NAN, |it| it.value)
}

/// Lists the cells that are no numbers.
fn check(column: &Column, parsed: &[Option<Parsed>], pointer: &str) -> Result<()> {
    let mut faults = Faults::at(pointer);
    let bad = |code: u32| code != MISSING && !value_of(parsed, code).is_finite();
    for (row, code) in column.codes.iter().enumerate().filter(|(_, code)| bad(**code)) {
        let is_number = parsed[*code as usize].is_some();
        let word = if is_number { Word::TABLE_LARGE_NUMBER } else { Word::TABLE_NO_NUMBER };
        let (name, cell) = (&column.name, &column.words[*code as usize]);
        faults.add(|| word.with("row", row + 1).with("column", name).with("cell", shown(cell)));
    }
    faults.into_result()
}

/// The decimals that all values share, if every one of them is below 2^51 when counted in its last decimal: then
/// `value * 10^decimals`, rounded, gives back the digits that were written, as both roundings together are wrong by
/// less than a half.
fn common_decimals(parsed: &[Option<Parsed>]) -> Option<u32> {
    const LIMIT: f64 = (1_u64 << 51) as f64;
    let decimals = parsed.iter().flatten().map(|it| it.decimals).max().unwrap_or(0);
    let scale = 10_f64.powi(i32::try_from(decimals).ok()?);
    let exact = |it: &Parsed| it.digits <= 15 && (it.value * scale).abs() < LIMIT;
    (decimals <= 15 && parsed.iter().flatten().all(exact)).then_some(decimals)
}

/// A number as it was written.
#[derive(Debug, Clone, Copy)]
struct Parsed {
    value: f64,
    /// Digits before and after the decimal sign; more than 15 may not survive as a float.
    digits: u32,
    decimals: u32,
}

/// Reads `-1234.5`, `1,234.50`, `€ 12`, `(12.00)` for -12, `1e6`; with the comma as decimal sign `1.234,50`.
fn parse(word: &str, sign: Sign) -> Option<Parsed> {
    let (word, bracketed) = match word.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        Some(inner) => (inner.trim(), true),
        None => (word, false),
    };
    let (word, minus) = strip_sign(word);
    let word = word.trim_matches(is_currency).trim();
    let (word, minus_after) = if minus { (word, false) } else { strip_sign(word) };
    let (mantissa, exponent) = match word.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.parse::<i32>().ok()?)),
        None => (word, None),
    };
    let decimal_sign = if sign == Sign::Point { '.' } else { ',' };
    let (whole, fraction) = mantissa.split_once(decimal_sign).unwrap_or((mantissa, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let mut digits = String::with_capacity(word.len() + 1);
    push_ungrouped(&mut digits, whole, sign)?;
    let whole_digits = digits.trim_start_matches('0').len();
    digits.push('.');
    digits.push_str(fraction);
    if let Some(exponent) = exponent {
        digits.push('e');
        digits.push_str(&exponent.to_string());
    }
    let value: f64 = digits.parse().ok()?;
    let negative = bracketed || minus || minus_after;
    // With an exponent the digits on paper say nothing about the value's own.
    let count = if exponent.is_some() { u32::MAX } else { (whole_digits + fraction.len()) as u32 };
    let decimals = fraction.len() as u32;
    Some(Parsed { value: if negative { -value } else { value }, digits: count, decimals })
}

fn strip_sign(word: &str) -> (&str, bool) {
    match word.strip_prefix(['-', '−']) {
        Some(rest) => (rest, true),
        None => (word.strip_prefix('+').unwrap_or(word), false),
    }
}

fn is_currency(letter: char) -> bool {
    "$€£¥₹₽₺₩₴₫฿₦".contains(letter)
}

/// Adds the whole part without what groups its thousands; groups must have three digits each.
fn push_ungrouped(digits: &mut String, whole: &str, sign: Sign) -> Option<()> {
    if whole.bytes().all(|byte| byte.is_ascii_digit()) {
        digits.push_str(if whole.is_empty() { "0" } else { whole });
        return Some(());
    }
    let mark = whole.chars().find(|letter| !letter.is_ascii_digit())?;
    let groups_thousands = match mark {
        ',' => sign == Sign::Point,
        '.' => sign == Sign::Comma,
        ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’' => true,
        _ => false,
    };
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let leads = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    if !groups_thousands || !leads || !is_digits(first) {
        return None;
    }
    digits.push_str(first);
    for group in groups {
        if group.len() != 3 || !is_digits(group) {
            return None;
        }
        digits.push_str(group);
    }
    Some(())
}

impl Numbers {
    /// The sum of all values.
    pub(in crate::builtin::analytics) fn sum(&self) -> f64 {
        let mut sum = Sum::new(self.decimals);
        self.values.iter().filter(|value| !value.is_nan()).for_each(|value| sum.add(*value));
        sum.value()
    }
}
