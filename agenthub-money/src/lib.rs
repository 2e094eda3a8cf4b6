//! Currencies, exact amounts and exchange rates.
