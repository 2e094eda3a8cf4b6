//! Names of languages, regions and currencies, in another language.

use icu::experimental::dimension::provider::currency::displayname::CurrencyDisplaynameV1;
use icu::experimental::displaynames::multi::{LocaleDisplayNamesFormatter, RegionDisplayNames};
use icu::locale::DataLocale;
use icu::locale::subtags::Region;
use icu_provider::{
    DataIdentifierBorrowed, DataMarkerAttributes, DataPayload, DataProvider, DataRequest, DataResponse,
};

use crate::Language;

/// The name of a language, in another: `German` for `de` in English, `Arabic (Egypt)` for `ar-EG`.
///
/// A language without a name there is shown by its tag.
///
/// ```
/// use agenthub_i18n::language_name;
///
/// assert_eq!(language_name("de", "en"), "German");
/// assert_eq!(language_name("ar-EG", "ar"), "العربية (مصر)");
/// ```
#[must_use]
pub fn language_name(language: impl AsRef<str>, shown_in: impl AsRef<str>) -> String {
    let tag = language.as_ref();
    let Ok(language) = tag.parse::<Language>() else { return tag.to_owned() };
    let shown_in = Language::or_english(shown_in.as_ref());
    match LocaleDisplayNamesFormatter::try_new(shown_in.icu().into(), Default::default()) {
        Ok(names) => names.of(language.icu()).into_owned(),
        Err(_) => tag.to_owned(),
    }
}

/// The name of a country or region by its two letters (`EG`); the letters where it has none.
///
/// ```
/// use agenthub_i18n::region_name;
///
/// assert_eq!(region_name("JP", "fr"), "Japon");
/// ```
#[must_use]
pub fn region_name(region: &str, shown_in: impl AsRef<str>) -> String {
    let shown_in = Language::or_english(shown_in.as_ref());
    let name = || {
        let names = RegionDisplayNames::try_new(shown_in.icu().into(), Default::default()).ok()?;
        names.of(region.parse::<Region>().ok()?).map(str::to_owned)
    };
    name().unwrap_or_else(|| region.to_owned())
}

/// The name of a currency by its ISO 4217 code; the code where it has none.
///
/// ```
/// use agenthub_i18n::currency_name;
///
/// assert_eq!(currency_name("CHF", "de"), "Schweizer Franken");
/// ```
#[must_use]
pub fn currency_name(code: &str, shown_in: impl AsRef<str>) -> String {
    let shown_in = Language::or_english(shown_in.as_ref());
    let name = || {
        let attributes = DataMarkerAttributes::try_from_str(code).ok()?;
        let locale = DataLocale::from(&shown_in.icu().id);
        let id = DataIdentifierBorrowed::for_marker_attributes_and_locale(attributes, &locale);
        let request = DataRequest { id, ..Default::default() };
        let found: DataResponse<CurrencyDisplaynameV1> =
            icu::experimental::provider::Baked.load(request).ok()?;
        let payload: DataPayload<CurrencyDisplaynameV1> = found.payload;
        Some(payload.get().to_string())
    };
    name().unwrap_or_else(|| code.to_owned())
}
