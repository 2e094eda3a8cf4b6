//! Where locale data comes from.

use icu::decimal::provider::{
    DecimalCompactLongV1, DecimalCompactShortV1, DecimalDigitsV1, DecimalSymbolsV1,
};
use icu::experimental::dimension::currency::CurrencyType;
use icu::experimental::dimension::provider::currency::{
    displayname::CurrencyDisplaynameV1,
    essentials::CurrencyEssentialsV1,
    extended::CurrencyExtendedDataV1,
    fractions::CurrencyFractionsV1,
    no_currency::CurrencyPatternsNoCurrencyV1,
    patterns::CurrencyPatternsDataV1,
    symbols::{CurrencyDecimalSymbolsV1, CurrencySymbolsV1},
};
use icu::locale::Locale;
use icu::locale::preferences::LocalePreferences;
use icu::plurals::provider::PluralsCardinalV1;
use icu_provider::prelude::*;

use crate::{Currency, Error};

/// Declares the trait that names every piece of data, and the provider that has all of them compiled in.
macro_rules! money_data {
    ($($marker:ident from $baked:path),* $(,)?) => {
        /// Everything of CLDR that money needs, as an ICU4X data provider.
        ///
        /// Any provider that has these markers is one: a blob of a few languages, data baked for the ones you want,
        /// or [`Compiled`].
        pub trait MoneyData: $(DataProvider<$marker> +)* Send + Sync {}

        impl<P: $(DataProvider<$marker> +)* Send + Sync> MoneyData for P {}

        $(impl DataProvider<$marker> for Compiled {
            fn load(&self, request: DataRequest) -> Result<DataResponse<$marker>, DataError> {
                $baked.load(request)
            }
        })*
    };
}

/// The data of all languages that ICU4X carries, compiled into the program.
#[derive(Debug, Clone, Copy, Default)]
pub struct Compiled;

money_data! {
    CurrencyEssentialsV1 from icu::experimental::provider::Baked,
    CurrencySymbolsV1 from icu::experimental::provider::Baked,
    CurrencyDecimalSymbolsV1 from icu::experimental::provider::Baked,
    CurrencyPatternsNoCurrencyV1 from icu::experimental::provider::Baked,
    CurrencyPatternsDataV1 from icu::experimental::provider::Baked,
    CurrencyExtendedDataV1 from icu::experimental::provider::Baked,
    CurrencyDisplaynameV1 from icu::experimental::provider::Baked,
    CurrencyFractionsV1 from icu::experimental::provider::Baked,
    DecimalSymbolsV1 from icu::decimal::provider::Baked,
    DecimalDigitsV1 from icu::decimal::provider::Baked,
    DecimalCompactShortV1 from icu::decimal::provider::Baked,
    DecimalCompactLongV1 from icu::decimal::provider::Baked,
    PluralsCardinalV1 from icu::plurals::provider::Baked,
}

/// Tags longer than this are no locales, whatever their form.
const LONGEST_TAG: usize = 120;

pub(super) fn parse_locale(tag: &str) -> Result<Locale, Error> {
    let bad = || Error::BadLocale { locale: tag.chars().take(40).collect() };
    if tag.len() > LONGEST_TAG {
        return Err(bad());
    }
    Locale::try_from_str(tag).map_err(|_| bad())
}

/// The name of the locale's data for one kind of data.
pub(super) fn data_locale<M: DataMarker>(locale: &Locale) -> DataLocale {
    M::make_locale(LocalePreferences::from(locale))
}

/// The numbering system asked for with `-u-nu-`.
pub(super) fn numbering_system(locale: &Locale) -> Option<String> {
    let key = icu::locale::extensions::unicode::key!("nu");
    locale.extensions.unicode.keywords.get(&key).map(ToString::to_string)
}

pub(super) fn icu_currency(currency: Currency) -> Result<CurrencyType, Error> {
    CurrencyType::try_from_str(&currency.code().to_ascii_lowercase())
        .map_err(|_| Error::UnknownCurrency { code: currency.code().to_owned() })
}

/// What is there for this locale and attribute, by CLDR's fallback; `None` if there is nothing.
pub(super) fn load<M: DataMarker>(
    data: &(impl DataProvider<M> + ?Sized),
    locale: &DataLocale,
    attributes: &str,
) -> Result<Option<DataResponse<M>>, Error> {
    let mut metadata = DataRequestMetadata::default();
    metadata.silent = true;
    let attributes = DataMarkerAttributes::try_from_str(attributes)
        .map_err(|_| Error::LocaleData { reason: format!("`{attributes}` names no data") })?;
    let id = DataIdentifierBorrowed::for_marker_attributes_and_locale(attributes, locale);
    Ok(data.load(DataRequest { id, metadata }).allow_identifier_not_found()?)
}

/// The data for the numbering system asked for, else for the locale's own.
pub(super) fn load_numbered<M: DataMarker>(
    data: &(impl DataProvider<M> + ?Sized),
    locale: &Locale,
    system: Option<&str>,
) -> Result<DataPayload<M>, Error> {
    let named = data_locale::<M>(locale);
    for attributes in system.into_iter().chain([""]) {
        if let Some(response) = load(data, &named, attributes)? {
            return Ok(response.payload);
        }
    }
    Err(Error::LocaleData { reason: format!("there is no data for {locale}") })
}

/// Whether the language has currency names of its own, which every language of CLDR has.
pub(super) fn is_known(data: &dyn MoneyData, locale: &Locale) -> bool {
    let named = data_locale::<CurrencyDisplaynameV1>(locale);
    match load::<CurrencyDisplaynameV1>(data, &named, "USD") {
        Ok(Some(found)) => found.metadata.locale.is_none_or(|locale| !locale.is_unknown()),
        _ => false,
    }
}

impl From<DataError> for Error {
    fn from(error: DataError) -> Self {
        Self::LocaleData { reason: error.to_string() }
    }
}
