//! A decimal number in the digits and groups of a locale.

use super::symbols::Symbols;
use crate::Decimal;

/// The most digits a decimal has.
const MOST: usize = 40;

/// Writes a number without its sign and with exactly so many decimals; it must not have more.
pub(super) fn write(out: &mut String, number: Decimal, decimals: u32, symbols: &Symbols) {
    let mut buffer = [0_u8; MOST];
    let scale = number.scale() as usize;
    let digits = significant_digits(number.mantissa().unsigned_abs(), scale + 1, &mut buffer);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    write_grouped(out, whole, symbols);
    if decimals > 0 {
        out.push_str(&symbols.decimal);
        fraction.iter().for_each(|&digit| push(out, digit, symbols));
        (fraction.len()..decimals as usize).for_each(|_| push(out, 0, symbols));
    }
}

/// The digits of a number, highest first, with zeros before them up to `least`.
fn significant_digits(mut number: u128, least: usize, buffer: &mut [u8; MOST]) -> &[u8] {
    let mut start = MOST;
    while (number > 0 || MOST - start < least) && start > 0 {
        start -= 1;
        if let Ok(small) = u64::try_from(number) {
            // Almost every amount is small, and 64-bit division is many times faster.
            buffer[start] = (small % 10) as u8;
            number = u128::from(small / 10);
        } else {
            buffer[start] = (number % 10) as u8;
            number /= 10;
        }
    }
    &buffer[start..]
}

fn write_grouped(out: &mut String, whole: &[u8], symbols: &Symbols) {
    let grouping = symbols.grouping;
    let grouped = grouping.primary > 0 && whole.len() >= grouping.primary + grouping.least;
    for (index, &digit) in whole.iter().enumerate() {
        let left = whole.len() - index;
        let above = left.checked_sub(grouping.primary);
        let boundary = above.is_some_and(|above| above.is_multiple_of(grouping.secondary));
        if grouped && index > 0 && boundary {
            out.push_str(&symbols.group);
        }
        push(out, digit, symbols);
    }
}

fn push(out: &mut String, digit: u8, symbols: &Symbols) {
    out.push(symbols.digits[usize::from(digit)]);
}
