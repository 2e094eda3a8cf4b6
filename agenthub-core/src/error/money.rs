//! The one place where errors of agenthub-money become the hub's: by code, with the same details.

use agenthub_money::Error as MoneyError;

use super::{Code, Error, Violation};

impl From<MoneyError> for Error {
    fn from(error: MoneyError) -> Self {
        let with_code = Self::new(code(&error));
        error.arguments().into_iter().fold(with_code, |it, (name, value)| it.with(name, value)).source(error)
    }
}

impl Violation {
    /// A fault of the input that agenthub-money found, at `pointer`.
    pub fn of_money(pointer: impl Into<String>, error: &MoneyError) -> Self {
        Self { pointer: pointer.into(), code: code(error), args: error.arguments() }
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
