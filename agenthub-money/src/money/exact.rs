//! Decimal arithmetic that refuses to lose a digit.
//!
//! `rust_decimal`'s checked operations round quietly where the result needs more than 28 digits. They then
//! give fewer decimals than the operands have, which is how it is noticed here.

use crate::{Decimal, Error};

pub(crate) fn add(a: Decimal, b: Decimal) -> Result<Decimal, Error> {
    let (a, b) = (a.normalize(), b.normalize());
    let sum = a.checked_add(b).ok_or(Error::Overflow)?;
    if sum.scale() < a.scale().max(b.scale()) { Err(Error::Overflow) } else { Ok(sum) }
}

pub(crate) fn mul(a: Decimal, b: Decimal) -> Result<Decimal, Error> {
    let (a, b) = (a.normalize(), b.normalize());
    let product = a.checked_mul(b).ok_or(Error::Overflow)?;
    let zero = a.is_zero() || b.is_zero();
    if !zero && product.scale() < a.scale() + b.scale() { Err(Error::Overflow) } else { Ok(product) }
}

/// Reads a plain number: an optional minus, digits, an optional dot with digits. No exponent, no underscore, no
/// plus, nothing that would have to be rounded.
///
/// ```
/// let rate = agenthub_money::decimal("1.1593")?;
/// assert_eq!(rate.to_string(), "1.1593");
/// assert!(agenthub_money::decimal("1e5").is_err());
/// # Ok::<(), agenthub_money::Error>(())
/// ```
///
/// # Errors
/// [`Error::BadDecimal`] for anything else, [`Error::Overflow`] for more than 28 digits.
pub fn parse(text: &str) -> Result<Decimal, Error> {
    let bad = || Error::BadDecimal { text: text.chars().take(60).collect() };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let plain = match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    };
    if !plain {
        return Err(bad());
    }
    from_plain(text)
}

/// Digits that are known to be a plain number. Zeros at the end of the decimals are not worth an overflow.
pub(crate) fn from_plain(text: &str) -> Result<Decimal, Error> {
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text };
    Decimal::from_str_exact(text).map_err(|_| Error::Overflow)
}
