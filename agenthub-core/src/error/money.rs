//! The one place where errors of agenthub-money become the hub's: by code, with the same details.

use agenthub_money::{Error as MoneyError, RatesFileFault as Fault};

use super::{Code, Detail, Details, Error, Phrase, Violation, Word};

impl From<MoneyError> for Error {
    fn from(error: MoneyError) -> Self {
        let with_code = Self::new(code(&error));
        details(&error)
            .into_iter()
            .fold(with_code, |it, (name, detail)| it.saying(name, detail))
            .source(error)
    }
}

impl Violation {
    /// A fault of the input that agenthub-money found, at `pointer`.
    pub fn of_money(pointer: impl Into<String>, error: &MoneyError) -> Self {
        Self { pointer: pointer.into(), code: code(error), args: details(error) }
    }
}

/// The details under their names, with words of ours where money has a sentence.
fn details(error: &MoneyError) -> Details {
    let said = |(name, value): (&'static str, String)| match error {
        MoneyError::BadRatesFile { reason, .. } if name == "reason" => (name, file_fault(reason).into()),
        _ => (name, Detail::Text(value)),
    };
    error.arguments().into_iter().map(said).collect()
}

fn file_fault(fault: &Fault) -> Phrase {
    match fault {
        Fault::Syntax { .. } => Word::SYNTAX.into(),
        Fault::DocumentType => Word::RATES_DOCUMENT_TYPE.into(),
        Fault::NoEnvelope => Word::RATES_ENVELOPE.into(),
        Fault::OddCube => Word::RATES_CUBE.into(),
        Fault::NotADate { text } => Word::RATES_NO_DATE.with("text", text),
        Fault::Twice { text } => Word::RATES_TWICE.with("text", text),
        Fault::OutsideOfDay => Word::RATES_OUTSIDE.into(),
        Fault::UnknownCurrency { text } => Word::RATES_CURRENCY.with("text", text),
        Fault::BadValue { text } => Word::RATES_VALUE.with("text", text),
        Fault::CutShort => Word::ENDS_EARLY.into(),
        Fault::Empty => Word::RATES_NONE.into(),
        other => Word::TECHNICAL.with("text", other),
    }
}

/// The code of the same name. There is none where only the program itself can be at fault: its locale data, its
/// transport, its own arithmetic.
fn code(error: &MoneyError) -> Code {
    Code::named(error.code()).unwrap_or(Code::INTERNAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS_TO_MEND: [&str; 6] = [
        "money.locale_data",
        "money.receipt_mismatch",
        "money.fetch",
        "money.rate_store",
        "money.division_by_zero",
        "money.bad_increment",
    ];

    #[test]
    fn every_code_of_money_is_ours_too_but_for_what_no_caller_can_mend() {
        for name in MoneyError::CODES {
            assert_eq!(Code::named(name).is_none(), OURS_TO_MEND.contains(name), "{name}");
        }
    }

    #[test]
    fn the_details_keep_their_names() {
        let error = Error::from(agenthub_money::Currency::from_code("EURO").unwrap_err());
        assert_eq!(error.code(), Code::MONEY_UNKNOWN_CURRENCY);
        assert_eq!(error.to_string(), "EURO is not a currency code of ISO 4217");
    }
}
