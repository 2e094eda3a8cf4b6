//! How an amount is to look.

use serde::{Deserialize, Serialize};

use crate::Rounding;

/// How the currency is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = MoneyStyle))]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// With the symbol that is unmistakable in the locale: `CA$12.50` in American English.
    #[default]
    Standard,
    /// With the shortest symbol, which several currencies may share: `$12.50`.
    Narrow,
    /// With the ISO code: `CAD 12.50`.
    Code,
    /// With the name in the right plural: `12.50 Canadian dollars`.
    Name,
    /// As bookkeepers write it, often with negative amounts in parentheses: `(CA$12.50)`.
    Accounting,
    /// Rounded to two or three digits: `$12K`. It cannot be read back.
    Compact,
    /// Rounded, with the power of ten as a word: `$12 thousand`. It cannot be read back.
    CompactLong,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 7] = [
        Self::Standard,
        Self::Narrow,
        Self::Code,
        Self::Name,
        Self::Accounting,
        Self::Compact,
        Self::CompactLong,
    ];

    /// Whether every digit is written, so that the amount can be read back.
    #[must_use]
    pub fn keeps_digits(self) -> bool {
        !matches!(self, Self::Compact | Self::CompactLong)
    }
}

/// How many decimals are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decimals {
    /// Those of the currency by ISO 4217; the rest is rounded.
    #[default]
    Currency,
    /// Those of the currency and as many more as the amount has: nothing is rounded.
    All,
    /// So many; the rest is rounded. At most 28.
    Exactly(u8),
}

/// Everything that decides how an amount looks, apart from the locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FormatOptions {
    /// How the currency is shown.
    pub style: Style,
    /// Whether the currency is shown at all. Without it the style still decides about parentheses and shortening.
    pub symbol: bool,
    /// How many decimals are written.
    pub decimals: Decimals,
    /// How the rest is rounded.
    pub rounding: Rounding,
}

impl Default for FormatOptions {
    /// The locale's standard form with the currency's decimals, rounded half to even.
    fn default() -> Self {
        Self {
            style: Style::default(),
            symbol: true,
            decimals: Decimals::default(),
            rounding: Rounding::default(),
        }
    }
}

impl From<Style> for FormatOptions {
    fn from(style: Style) -> Self {
        Self { style, ..Self::default() }
    }
}
