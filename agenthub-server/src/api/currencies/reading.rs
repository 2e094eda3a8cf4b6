//! The fields of a body, read one by one, so that all that is wrong with them is told at once.

use std::sync::Arc;

use agenthub_core::error::{Result, Violation, Violations};
use agenthub_money::format::MoneyFormatter;
use agenthub_money::{Currency, Decimal, Error, Money, decimal};

/// Reads fields, and gathers their faults.
#[derive(Default)]
pub(crate) struct Reading(Violations);

impl Reading {
    /// Keeps what could be read; what could not is a fault at `pointer`.
    pub(crate) fn keep<T>(&mut self, pointer: &str, read: Result<T, Error>) -> Option<T> {
        read.map_err(|error| self.0.push(Violation::of_money(pointer, &error))).ok()
    }

    pub(crate) fn currency(&mut self, pointer: &str, code: &str) -> Option<Currency> {
        self.keep(pointer, Currency::from_code(code))
    }

    pub(crate) fn number(&mut self, pointer: &str, text: &str) -> Option<Decimal> {
        self.keep(pointer, decimal(text))
    }

    /// A currency that need not be named.
    pub(crate) fn optional_currency(
        &mut self,
        pointer: &str,
        code: Option<&str>,
    ) -> Option<Option<Currency>> {
        code.map_or(Some(None), |code| self.currency(pointer, code).map(Some))
    }

    /// An amount at `/amount`, and its currency.
    pub(crate) fn money(&mut self, amount: &str, pointer: &str, code: &str) -> Option<Money> {
        let (amount, currency) = (self.number("/amount", amount), self.currency(pointer, code));
        Some(Money::new(amount?, currency?))
    }

    /// The formatter of a language, where CLDR knows that.
    pub(super) fn language(&mut self, tag: &str) -> Option<Arc<MoneyFormatter>> {
        self.keep("/language", MoneyFormatter::shared(tag)).filter(|formatter| formatter.is_known())
    }

    /// Hands out what was read, if all of it could be.
    ///
    /// # Errors
    /// `invalid` with every fault.
    pub(crate) fn done<T>(self, read: Option<T>) -> Result<T> {
        self.0.into_result()?;
        read.ok_or_else(|| agenthub_core::Error::internal("a field without a value and without a fault"))
    }
}
