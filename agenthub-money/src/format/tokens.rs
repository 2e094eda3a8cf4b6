//! Everything a currency is called in one locale, and which currency it then is.

use std::collections::HashMap;

use icu::decimal::input::Decimal as Fixed;
use icu::plurals::PluralOperands;

use super::parse::text;
use super::{MoneyFormatter, Style, named};
use crate::{Currency, Error};

/// What a token is to a currency, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Code,
    Symbol,
    Name,
    /// Several currencies may share it.
    Narrow,
}

/// From tokens to currencies.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    meanings: HashMap<Vec<char>, Vec<(Role, Currency)>>,
    longest: usize,
}

impl Tokens {
    pub(super) fn learn(formatter: &MoneyFormatter) -> Result<Self, Error> {
        let mut tokens = Self::default();
        let rules = &formatter.plurals;
        let samples = samples();
        for currency in Currency::all() {
            tokens.add(currency.code(), Role::Code, currency);
            tokens.add(&formatter.currency_symbol(currency, Style::Standard)?, Role::Symbol, currency);
            tokens.add(&formatter.currency_symbol(currency, Style::Narrow)?, Role::Narrow, currency);
            tokens.add(&formatter.currency_name(currency)?, Role::Name, currency);
            if let Some(names) = named::names(formatter, currency)? {
                let mut forms: Vec<&str> =
                    samples.iter().map(|&sample| names.get().get(sample, rules)).collect();
                forms.sort_unstable();
                forms.dedup();
                forms.into_iter().for_each(|form| tokens.add(form, Role::Name, currency));
            }
        }
        tokens.meanings.values_mut().for_each(|meanings| meanings.sort_unstable());
        Ok(tokens)
    }

    fn add(&mut self, token: &str, role: Role, currency: Currency) {
        let token: Vec<char> = text::normal(token).into_iter().map(|(c, _)| c).collect();
        if token.is_empty() {
            return;
        }
        self.longest = self.longest.max(token.len());
        let meanings = self.meanings.entry(token).or_default();
        if !meanings.iter().any(|(_, known)| *known == currency) {
            meanings.push((role, currency));
        }
    }

    /// The longest token at the start: how long it is and what it means.
    pub(super) fn at_start(&self, text: &[(char, usize)]) -> Option<Match<'_>> {
        let start = &text[..text.len().min(self.longest)];
        let start: Vec<char> = start.iter().map(|(c, _)| *c).collect();
        (1..=start.len()).rev().find_map(|length| self.meaning(&start[..length]))
    }

    /// The longest token at the end.
    pub(super) fn at_end(&self, text: &[(char, usize)]) -> Option<Match<'_>> {
        let end = &text[text.len() - text.len().min(self.longest)..];
        let end: Vec<char> = end.iter().map(|(c, _)| *c).collect();
        (0..end.len()).find_map(|start| self.meaning(&end[start..]))
    }

    fn meaning(&self, token: &[char]) -> Option<Match<'_>> {
        self.meanings.get(token).map(|meanings| (token.len(), meanings.as_slice()))
    }
}

/// How long a token is and what it means.
type Match<'a> = (usize, &'a [(Role, Currency)]);

/// Numbers that between them have every plural form of every language.
fn samples() -> Vec<PluralOperands> {
    let whole = (0_u32..=21).chain([100, 101, 102, 103, 1_000_000]).map(PluralOperands::from);
    let visible = ["0.0", "0.1", "0.2", "1.0", "1.5", "2.0", "3.0", "5.0", "11.0", "0.01", "1000000.0"];
    let visible = visible.into_iter().filter_map(|number| number.parse::<Fixed>().ok());
    whole.chain(visible.map(|number| PluralOperands::from(&number))).collect()
}
