//! Writing and reading, locale by locale.
#![cfg(feature = "format")]

use std::sync::Arc;

use agenthub_money::format::{Compiled, Decimals, FormatOptions, MoneyFormatter, Style};
use agenthub_money::{Currency, Decimal, Error, Money, Rounding};
use icu::locale::subtags::{Language, language};
use icu_provider::prelude::*;

fn formatter(locale: &str) -> Arc<MoneyFormatter> {
    MoneyFormatter::shared(locale).expect("a locale")
}

fn money(text: &str) -> Money {
    text.parse().expect("an amount")
}

fn written(locale: &str, amount: &str, options: impl Into<FormatOptions>) -> String {
    formatter(locale).format(&money(amount), options.into()).expect("data")
}

#[test]
fn each_style_shows_the_currency_its_own_way() {
    let styles = [
        (Style::Standard, "-CA$1,234.50"),
        (Style::Narrow, "-$1,234.50"),
        (Style::Code, "-CAD\u{a0}1,234.50"),
        (Style::Name, "-1,234.50 Canadian dollars"),
        (Style::Accounting, "(CA$1,234.50)"),
        (Style::Compact, "-CA$1.2K"),
        (Style::CompactLong, "-CA$1.2 thousand"),
    ];
    for (style, text) in styles {
        assert_eq!(written("en", "-1234.50 CAD", style), text);
    }
    let bare = FormatOptions { symbol: false, ..Style::Accounting.into() };
    assert_eq!(written("en", "-1234.50 CAD", bare), "(1,234.50)");
    let short = FormatOptions { symbol: false, ..Style::Compact.into() };
    assert_eq!(written("de", "1234567 EUR", short), "1,2\u{a0}Mio.");
}

#[test]
fn digits_groups_marks_and_spaces_are_the_locales_own() {
    assert_eq!(written("hi", "1234567.50 INR", Style::Standard), "₹12,34,567.50");
    assert_eq!(written("en", "1234567.50 INR", Style::Standard), "₹1,234,567.50");
    assert_eq!(written("fr", "1234567.50 EUR", Style::Standard), "1\u{202f}234\u{202f}567,50\u{a0}€");
    assert_eq!(written("es", "1234.50 EUR", Style::Standard), "1234,50\u{a0}€");
    assert_eq!(
        written("ar-EG", "-1234.50 EGP", Style::Standard),
        "\u{61c}-\u{200f}١٬٢٣٤٫٥٠\u{a0}ج.م.\u{200f}"
    );
    assert_eq!(written("hi-u-nu-deva", "1234567.50 INR", Style::Standard), "₹१२,३४,५६७.५०");
    assert_eq!(written("ja", "1234 JPY", Style::Name), "1,234円");
    assert_eq!(written("de-AT", "1234567.50 EUR", Style::Standard), "€\u{a0}1.234.567,50");
    assert_eq!(written("en-IN", "1234567.50 INR", Style::Accounting), "₹1,234,567.50");
    assert_eq!(written("pt-CV", "1234.50 CVE", Style::Standard), "1234$50");
}

#[test]
fn names_follow_the_plural_of_what_is_written() {
    assert_eq!(written("en", "1 JPY", Style::Name), "1 Japanese yen");
    assert_eq!(written("en", "1 USD", Style::Name), "1.00 US dollars");
    let whole = FormatOptions { decimals: Decimals::Exactly(0), ..Style::Name.into() };
    assert_eq!(written("en", "1 USD", whole), "1 US dollar");
    for (amount, text) in [("1", "1 евро"), ("2", "2 евро")] {
        assert_eq!(written("ru", &format!("{amount} EUR"), whole), text);
    }
    assert_eq!(written("ru", "2 USD", whole), "2 доллара США");
    assert_eq!(written("ru", "5 USD", whole), "5 долларов США");
    assert_eq!(written("ar", "2 EGP", whole), "2 جنيهان مصريان");
}

#[test]
fn the_decimals_are_those_of_iso_4217_unless_others_are_asked_for() {
    assert_eq!(written("en", "1.5 KWD", Style::Code), "KWD\u{a0}1.500");
    assert_eq!(written("en", "1234.5 IQD", Style::Code), "IQD\u{a0}1,234.500");
    assert_eq!(written("en", "0.125 USD", Style::Standard), "$0.12");
    let up = FormatOptions { rounding: Rounding::HalfUp, ..FormatOptions::default() };
    assert_eq!(written("en", "0.125 USD", up), "$0.13");
    let all = FormatOptions { decimals: Decimals::All, ..FormatOptions::default() };
    assert_eq!(written("en", "0.000012 USD", all), "$0.000012");
    assert_eq!(written("en", "5 USD", all), "$5.00");
    let none = FormatOptions { decimals: Decimals::Exactly(0), ..FormatOptions::default() };
    assert_eq!(written("en", "1234.5 USD", none), "$1,234");
    let largest = formatter("en").format(&Money::new(Decimal::MAX, Currency::USD), FormatOptions::default());
    assert_eq!(largest.unwrap(), "$79,228,162,514,264,337,593,543,950,335.00");
}

#[test]
fn currencies_have_names_and_symbols_in_ten_languages() {
    let names = [
        ("en", "Swiss Franc"),
        ("es", "franco suizo"),
        ("fr", "franc suisse"),
        ("de", "Schweizer Franken"),
        ("zh", "瑞士法郎"),
        ("ja", "スイス フラン"),
        ("ar", "فرنك سويسري"),
        ("hi", "स्विस फ़्रैंक"),
        ("pt", "Franco suíço"),
        ("ru", "швейцарский франк"),
    ];
    for (locale, name) in names {
        assert_eq!(formatter(locale).currency_name(Currency::CHF).unwrap(), name);
        for currency in Currency::all().filter(|currency| !currency.is_withdrawn()) {
            assert!(!formatter(locale).currency_name(currency).unwrap().is_empty());
        }
    }
    assert_eq!(formatter("en-CA").currency_symbol(Currency::USD, Style::Standard).unwrap(), "US$");
    assert_eq!(formatter("en-CA").currency_symbol(Currency::USD, Style::Narrow).unwrap(), "$");
}

#[test]
fn an_unknown_language_falls_back_and_says_so() {
    let made_up = MoneyFormatter::new("xx-YY").unwrap();
    assert!(!made_up.is_known());
    assert_eq!(made_up.format(&money("1234.50 EUR"), FormatOptions::default()).unwrap(), "€\u{a0}1,234.50");
    for locale in ["en", "de-AT", "zh-Hant-TW", "pt-BR", "hi-u-nu-deva"] {
        assert!(formatter(locale).is_known(), "{locale}");
    }
    for tag in ["", "not a locale", "e", &"en-".repeat(4_000_000)] {
        assert!(matches!(MoneyFormatter::new(tag), Err(Error::BadLocale { .. })));
    }
}

#[test]
fn made_up_locales_do_not_fill_the_memory() {
    let first = formatter("en-US");
    for number in 0..1_000 {
        let tag = format!("en-x-{number:08}");
        assert!(MoneyFormatter::shared(&tag).is_ok());
    }
    assert_eq!(
        first.format(&money("5 USD"), FormatOptions::default()).unwrap(),
        "$5.00",
        "what is in use stays"
    );
}

/// Data of one language.
struct Only(Language);

impl<M: DataMarker> DataProvider<M> for Only
where
    Compiled: DataProvider<M>,
{
    fn load(&self, request: DataRequest) -> Result<DataResponse<M>, DataError> {
        let locale = request.id.locale;
        if locale.is_unknown() || locale.language == self.0 {
            return Compiled.load(request);
        }
        Err(DataErrorKind::IdentifierNotFound.with_req(M::INFO, request))
    }
}

#[test]
fn a_provider_with_fewer_languages_speaks_those_and_refuses_the_others() {
    let data = Arc::new(Only(language!("de")));
    let german = MoneyFormatter::with_data("de-CH", data.clone()).unwrap();
    assert_eq!(german.format_amount(Decimal::new(5, 0), "CHF", true).unwrap(), "CHF\u{a0}5.00");
    assert_eq!(german.parse("CHF 5", Currency::CHF), Ok(money("5.00 CHF")));
    let refused = MoneyFormatter::with_data("fr", data).unwrap_err();
    assert!(matches!(refused, Error::LocaleData { .. }), "{refused}");
    assert_eq!(
        german.format_amount(Decimal::ONE, "EURO", true).unwrap_err().code(),
        "money.unknown_currency"
    );
}
