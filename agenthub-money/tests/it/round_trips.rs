//! What is written for people is read back as it was.
#![cfg(feature = "format")]

use agenthub_money::format::{Decimals, ExtraDecimals, FormatOptions, MoneyFormatter, ParseOptions, Style};
use agenthub_money::{Currency, Decimal, Money};
use proptest::prelude::*;

const LOCALES: [&str; 24] = [
    "en",
    "es",
    "fr",
    "de",
    "zh",
    "ja",
    "ar",
    "hi",
    "pt",
    "ru",
    "en-IN",
    "en-CA",
    "es-MX",
    "fr-CH",
    "fr-CA",
    "de-CH",
    "de-AT",
    "pt-PT",
    "zh-Hant",
    "ar-EG",
    "ar-SA",
    "hi-u-nu-deva",
    "ar-u-nu-arab",
    "pt-CV",
];

/// Every style that keeps all digits, and the two forms there are without a symbol.
fn styles() -> impl Iterator<Item = FormatOptions> {
    let keeping = Style::ALL.into_iter().filter(|style| style.keeps_digits());
    let bare =
        [Style::Standard, Style::Accounting].map(|style| FormatOptions { symbol: false, ..style.into() });
    keeping.map(FormatOptions::from).chain(bare)
}

#[test]
fn every_currency_in_every_locale_and_style_is_read_back() {
    for locale in LOCALES {
        let formatter = MoneyFormatter::shared(locale).unwrap();
        for currency in Currency::all() {
            for options in styles() {
                for minor in [-123_456, 98_765_432_100] {
                    let money = Money::from_minor(minor, currency).unwrap();
                    let text = formatter.format(&money, options).unwrap();
                    assert_eq!(formatter.parse(&text, currency), Ok(money), "{locale} {options:?} {text:?}");
                }
            }
        }
    }
}

#[test]
fn a_code_or_a_name_says_the_currency_by_itself() {
    for locale in LOCALES {
        let formatter = MoneyFormatter::shared(locale).unwrap();
        for currency in Currency::all().filter(|currency| !currency.is_withdrawn()) {
            let money = Money::from_minor(-123_456, currency).unwrap();
            for style in [Style::Code, Style::Name] {
                let text = formatter.format(&money, style.into()).unwrap();
                assert_eq!(formatter.parse_any(&text), Ok(money), "{locale} {text:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_amount_with_all_its_digits_is_read_back(
        digits in any::<i128>().prop_map(|digits| digits >> 33), scale in 0_u32..=28,
        locale in proptest::sample::select(LOCALES.to_vec()),
        currency in proptest::sample::select(Currency::all().collect::<Vec<_>>()),
        options in proptest::sample::select(styles().collect::<Vec<_>>()),
    ) {
        let formatter = MoneyFormatter::shared(locale).unwrap();
        let money = Money::new(Decimal::from_i128_with_scale(digits, scale), currency);
        let text = formatter.format(&money, FormatOptions { decimals: Decimals::All, ..options }).unwrap();
        let keep = ParseOptions { currency: Some(currency), extra_decimals: ExtraDecimals::Keep };
        prop_assert_eq!(formatter.parse_with(&text, keep), Ok(money), "{}", text);
    }

    #[test]
    fn no_text_makes_the_reader_fall(text in "\\PC{0,40}", locale in proptest::sample::select(LOCALES.to_vec())) {
        let _ = MoneyFormatter::shared(locale).unwrap().parse_any(&text);
    }

    #[test]
    fn text_near_an_amount_is_read_right_or_refused(
        text in "[-(]?[$€]? ?[0-9.,  '’]{1,12} ?[€$]?[)]?", locale in proptest::sample::select(LOCALES.to_vec()),
    ) {
        let formatter = MoneyFormatter::shared(locale).unwrap();
        if let Ok(money) = formatter.parse_any(&text) {
            let again = formatter.format(&money, FormatOptions::default()).unwrap();
            prop_assert_eq!(formatter.parse(&again, money.currency()), Ok(money));
        }
    }
}
