//! The currencies of ISO 4217.

mod table;

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Error;
use table::{Entry, TABLE};

/// A currency of ISO 4217, current or withdrawn.
///
/// Two bytes, freely copied, ordered by code. In JSON it is its code.
///
/// ```
/// use agenthub_money::Currency;
///
/// # fn main() -> Result<(), agenthub_money::Error> {
/// let yen = Currency::from_code("JPY")?;
/// assert_eq!(yen, Currency::JPY);
/// assert_eq!((yen.code(), yen.number(), yen.minor_units()), ("JPY", Some(392), Some(0)));
/// assert!(Currency::from_code("yen").is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(u16);

impl Currency {
    /// US dollar.
    pub const USD: Self = Self::constant("USD");
    /// Euro.
    pub const EUR: Self = Self::constant("EUR");
    /// Pound sterling.
    pub const GBP: Self = Self::constant("GBP");
    /// Yen.
    pub const JPY: Self = Self::constant("JPY");
    /// Yuan renminbi.
    pub const CNY: Self = Self::constant("CNY");
    /// Indian rupee.
    pub const INR: Self = Self::constant("INR");
    /// Australian dollar.
    pub const AUD: Self = Self::constant("AUD");
    /// Canadian dollar.
    pub const CAD: Self = Self::constant("CAD");
    /// Swiss franc.
    pub const CHF: Self = Self::constant("CHF");
    /// Brazilian real.
    pub const BRL: Self = Self::constant("BRL");
    /// Russian ruble.
    pub const RUB: Self = Self::constant("RUB");
    /// Saudi riyal.
    pub const SAR: Self = Self::constant("SAR");
    /// Dirham of the United Arab Emirates.
    pub const AED: Self = Self::constant("AED");
    /// Rand.
    pub const ZAR: Self = Self::constant("ZAR");
    /// Mexican peso.
    pub const MXN: Self = Self::constant("MXN");

    /// The currency with this alphabetic code, such as `"USD"`.
    ///
    /// # Errors
    /// [`Error::UnknownCurrency`] if ISO 4217 has no such code. Codes are three capital letters.
    pub fn from_code(code: &str) -> Result<Self, Error> {
        TABLE
            .binary_search_by(|entry| entry.code.cmp(code))
            .ok()
            .and_then(|index| u16::try_from(index).ok())
            .map(Self)
            .ok_or_else(|| Error::UnknownCurrency { code: code.chars().take(40).collect() })
    }

    /// The current currency with this numeric code, such as `840`; withdrawn ones only if no current one has it.
    ///
    /// # Errors
    /// [`Error::UnknownCurrency`] if there is none.
    pub fn from_number(number: u16) -> Result<Self, Error> {
        Self::all()
            .filter(|currency| currency.number() == Some(number))
            .min_by_key(|currency| currency.is_withdrawn())
            .ok_or_else(|| Error::UnknownCurrency { code: format!("{number:03}") })
    }

    /// Every currency, in the order of their codes; the withdrawn ones are among them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).take(TABLE.len()).map(Self)
    }

    /// The alphabetic code: three capital letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.entry().code
    }

    /// The numeric code: up to three digits, as banks and payment cards use it. A few withdrawn funds have none.
    #[must_use]
    pub fn number(self) -> Option<u16> {
        self.entry().number
    }

    /// Digits after the decimal separator, or `None` where ISO names no minor unit (gold, XXX).
    #[must_use]
    pub fn minor_units(self) -> Option<u32> {
        self.entry().minor_units.map(u32::from)
    }

    /// Digits after the decimal separator that amounts are rounded to and written with: the minor units, or two
    /// (CLDR's default) where ISO names none.
    #[must_use]
    pub fn decimals(self) -> u32 {
        self.minor_units().unwrap_or(2)
    }

    /// The symbol used at home, whoever reads it: `$` for dollars of any country, `zł`, or the code where there is
    /// none. For people, format the amount: that takes the symbol of their language.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        rusty_money::iso::find(self.code()).map_or(self.code(), |currency| currency.symbol)
    }

    /// The English name as ISO 4217 writes it.
    #[must_use]
    pub fn iso_name(self) -> &'static str {
        self.entry().name
    }

    /// When the code was withdrawn, as ISO writes it (`"2002-03"`); `None` for a current currency.
    #[must_use]
    pub fn withdrawn(self) -> Option<&'static str> {
        self.entry().withdrawn
    }

    /// Whether the code is no longer in use.
    #[must_use]
    pub fn is_withdrawn(self) -> bool {
        self.withdrawn().is_some()
    }

    /// Its place among [`all`](Self::all).
    #[cfg(feature = "format")]
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }

    fn entry(self) -> &'static Entry {
        // Only positions in the table are ever stored.
        &TABLE[usize::from(self.0)]
    }

    /// The position of a code that is known to be there; a test holds every constant against its code.
    const fn constant(code: &str) -> Self {
        let code = code.as_bytes();
        let mut index = 0;
        while index < TABLE.len() {
            let at = TABLE[index].code.as_bytes();
            if at[0] == code[0] && at[1] == code[1] && at[2] == code[2] {
                break;
            }
            index += 1;
        }
        Self(index as u16)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Currency {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        Self::from_code(code)
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::from_code(&code).map_err(D::Error::custom)
    }
}
