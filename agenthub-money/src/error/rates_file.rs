//! What can be wrong with a file of rates.

/// What is wrong at a line of a file of rates.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RatesFileFault {
    /// It is not XML.
    #[error("{reason}")]
    Syntax {
        /// What the XML reader says.
        reason: String,
    },
    /// A document type, which such a file never has.
    #[error("a document type has no place in this file")]
    DocumentType,
    /// Another document.
    #[error("the file does not begin with an Envelope")]
    NoEnvelope,
    /// A `Cube` that is neither a day nor a rate.
    #[error("a Cube has a time with rates in it, or a currency and its rate")]
    OddCube,
    /// A day that is none.
    #[error("`{text}` is not a date")]
    NotADate {
        /// What stands there.
        text: String,
    },
    /// A day, or a currency on a day, that was there before.
    #[error("{text} is there twice")]
    Twice {
        /// The day or the currency.
        text: String,
    },
    /// A rate without a day.
    #[error("a rate stands outside of a day")]
    OutsideOfDay,
    /// A currency that ISO 4217 does not have.
    #[error("`{text}` is not a currency code of ISO 4217")]
    UnknownCurrency {
        /// What stands there.
        text: String,
    },
    /// A rate that is no number above zero.
    #[error("`{text}` is not a rate above zero")]
    BadValue {
        /// What stands there.
        text: String,
    },
    /// The end comes before everything is closed.
    #[error("the file ends in the middle; fetch it again")]
    CutShort,
    /// There is no rate in it.
    #[error("the file has no rates")]
    Empty,
}
