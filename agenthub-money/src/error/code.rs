//! What programs tell errors apart by.

use super::Error;

/// What a caller can do about an [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request itself is wrong: correct it.
    Invalid,
    /// The thing named does not exist.
    NotFound,
    /// Something that is needed is not there now: trying later may help.
    Unavailable,
    /// What was kept is not what it says.
    Corrupt,
}

impl Error {
    /// What the caller can do about it.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::UnknownCurrency { .. } | Self::NoRate { .. } => ErrorKind::NotFound,
            Self::ReceiptMismatch { .. } => ErrorKind::Corrupt,
            Self::StaleRate { .. }
            | Self::LocaleData { .. }
            | Self::Fetch { .. }
            | Self::RateStore { .. } => ErrorKind::Unavailable,
            _ => ErrorKind::Invalid,
        }
    }

    /// Every code there is: each has its line in the book, and its message where people are answered.
    pub const CODES: &'static [&'static str] = &[
        "money.unknown_currency",
        "money.currency_mismatch",
        "money.overflow",
        "money.bad_decimal",
        "money.unreadable",
        "money.no_currency",
        "money.ambiguous_currency",
        "money.bad_locale",
        "money.locale_data",
        "money.bad_rate",
        "money.rate_loop",
        "money.no_rate",
        "money.stale_rate",
        "money.receipt_mismatch",
        "money.bad_rates_file",
        "money.fetch",
        "money.rate_store",
        "money.division_by_zero",
        "money.negative_ratio",
        "money.zero_ratios",
        "money.bad_increment",
        "money.too_many_decimals",
    ];

    /// The stable name of this error, for programs and for the book's page of errors.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownCurrency { .. } => "money.unknown_currency",
            Self::CurrencyMismatch { .. } => "money.currency_mismatch",
            Self::Overflow => "money.overflow",
            Self::BadDecimal { .. } => "money.bad_decimal",
            Self::Unreadable { .. } => "money.unreadable",
            Self::NoCurrency => "money.no_currency",
            Self::AmbiguousCurrency { .. } => "money.ambiguous_currency",
            Self::BadLocale { .. } => "money.bad_locale",
            Self::LocaleData { .. } => "money.locale_data",
            Self::BadRate { .. } => "money.bad_rate",
            Self::RateLoop { .. } => "money.rate_loop",
            Self::NoRate { .. } => "money.no_rate",
            Self::StaleRate { .. } => "money.stale_rate",
            Self::ReceiptMismatch { .. } => "money.receipt_mismatch",
            Self::BadRatesFile { .. } => "money.bad_rates_file",
            Self::Fetch { .. } => "money.fetch",
            Self::RateStore { .. } => "money.rate_store",
            Self::DivisionByZero => "money.division_by_zero",
            Self::NegativeRatio { .. } => "money.negative_ratio",
            Self::ZeroRatios => "money.zero_ratios",
            Self::BadIncrement { .. } => "money.bad_increment",
            Self::TooManyDecimals { .. } => "money.too_many_decimals",
        }
    }
}
