//! Numbers that people wrote are read back.

use agenthub_i18n::{Error, Formats, Number, languages, parse_number};
use proptest::prelude::*;

/// The ten languages, and some regions that write otherwise.
fn tags() -> impl Iterator<Item = &'static str> {
    let regions = ["de-AT", "de-CH", "es-MX", "en-IN", "fr-CH", "pt-PT", "ar-EG", "hi-u-nu-deva", "sv", "fa"];
    languages::ALL.iter().map(|language| language.tag()).chain(regions)
}

proptest! {
    #[test]
    fn what_was_written_is_read_back(digits in "-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,9})?") {
        let number: Number = digits.parse().unwrap();
        for tag in tags() {
            let written = Formats::of(tag).number_exact(&number);
            prop_assert_eq!(parse_number(&written, tag).map(|it| it.to_string()), Ok(number.to_string()), "{}", tag);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,40}") {
        for tag in tags() {
            drop(parse_number(&text, tag));
        }
    }
}

#[test]
fn groups_may_be_left_out_and_spaces_and_signs_are_of_any_kind() {
    let read = |text: &str, tag: &str| parse_number(text, tag).unwrap().to_string();
    assert_eq!(read("1234,5", "de"), "1234.5");
    assert_eq!(read(" +1 234,5 ", "fr"), "1234.5");
    assert_eq!(read("\u{2212}1\u{202f}234,50", "fr"), "-1234.50");
    assert_eq!(read("1’234.5", "de-CH"), read("1'234.5", "de-CH"));
    assert_eq!(read("\u{61c}-١٬٢٣٤٫٥", "ar-EG"), "-1234.5");
    assert_eq!(read("1234", "ar-EG"), "1234", "ASCII's digits will do");
}

#[test]
fn what_only_another_language_reads_is_refused_at_its_place() {
    let place = |text: &str, tag: &str| match parse_number(text, tag).unwrap_err() {
        Error::UnreadableNumber { place, .. } => place,
        other => panic!("{other}"),
    };
    assert_eq!(place("1,234.56", "de"), 6);
    assert_eq!(place("1.234,56", "en"), 6);
    assert_eq!(place("12,34,567", "en"), 6);
    assert_eq!(place("1,23", "en"), 5, "one digit is missing");
    assert_eq!(place("12 apples", "en"), 3);
    assert_eq!(place("", "en"), 1);
    assert_eq!(place("5.", "en"), 3);
    assert_eq!(place(&"9".repeat(10_000), "en"), 200);
    let error = parse_number("1,234.56", "de").unwrap_err();
    assert_eq!(error.to_string(), "`1,234.56` is not a number such as `1.234.567,89`: look at character 6");
}
