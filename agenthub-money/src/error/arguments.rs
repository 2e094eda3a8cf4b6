//! What a message in another language needs to know.

use super::{Error, list, time};

impl Error {
    /// The details by name, for a message in the reader's language; [`code`](Self::code) is the message's key.
    ///
    /// ```
    /// let error = agenthub_money::Currency::from_code("EURO").unwrap_err();
    /// assert_eq!(error.arguments(), [("currency", "EURO".to_owned())]);
    /// ```
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownCurrency { code } => vec![("currency", code.clone())],
            Self::CurrencyMismatch { expected, found } => {
                vec![("expected", expected.to_string()), ("found", found.to_string())]
            }
            Self::BadDecimal { text } => vec![("text", text.clone())],
            // People count from one.
            Self::Unreadable { at, .. } => vec![("place", (at + 1).to_string())],
            Self::AmbiguousCurrency { token, candidates } => {
                vec![("text", token.clone()), ("currencies", list(candidates))]
            }
            Self::BadLocale { locale } => vec![("locale", locale.clone())],
            Self::BadRate { from, to, value } => {
                vec![("from", from.to_string()), ("to", to.to_string()), ("rate", value.to_string())]
            }
            Self::RateLoop { path, gain } => vec![("currencies", list(path)), ("rate", gain.to_string())],
            Self::NoRate { from, to, at } => {
                vec![("from", from.to_string()), ("to", to.to_string()), ("time", time(*at))]
            }
            Self::StaleRate { from, to, age, allowed } => vec![
                ("from", from.to_string()),
                ("to", to.to_string()),
                // In hours, of which a part counts as one, so that what is too old also reads as more than what is allowed.
                ("age", (age.num_minutes() + 59).div_euclid(60).to_string()),
                ("allowed", allowed.num_hours().to_string()),
            ],
            Self::ReceiptMismatch { stated, recomputed } => {
                vec![("stated", stated.to_string()), ("recomputed", recomputed.to_string())]
            }
            Self::BadRatesFile { line, reason } => {
                vec![("line", line.to_string()), ("reason", reason.to_string())]
            }
            Self::Fetch { url, reason } => vec![("url", url.clone()), ("reason", reason.clone())],
            Self::LocaleData { reason } | Self::RateStore { reason } => vec![("reason", reason.clone())],
            Self::NegativeRatio { index, ratio } => {
                vec![("place", (index + 1).to_string()), ("ratio", ratio.to_string())]
            }
            Self::BadIncrement { increment } => vec![("increment", increment.to_string())],
            Self::TooManyDecimals { amount, currency, allowed } => vec![
                ("amount", amount.to_string()),
                ("currency", currency.to_string()),
                ("allowed", allowed.to_string()),
            ],
            Self::Overflow | Self::NoCurrency | Self::DivisionByZero | Self::ZeroRatios => Vec::new(),
        }
    }
}
