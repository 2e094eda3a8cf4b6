//! In which language and time zone somebody is spoken to, and why.

use std::sync::LazyLock;

use agenthub_core::localization::{Localization, PreferenceUpdate};
use agenthub_i18n::{Language, Locale, Localizer, Preferences};
use serde::Serialize;
use utoipa::ToSchema;

/// The languages that messages are said in. The first is for whoever asks for any: many programs send `*` without
/// meaning anything by it.
static SPOKEN: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let localizer = Localizer::embedded();
    let mut languages = localizer.languages();
    languages.sort_by_key(|language| language != localizer.fallback());
    languages
});

/// Whose wish a language is; what stands first goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Origin {
    /// The body of the request names it.
    Request,
    /// The user prefers it.
    Preference,
    /// The organization does.
    Organization,
    /// `Accept-Language` asks for it.
    Header,
    /// Nobody's.
    Default,
}

/// A language and a time zone that a request itself asks for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Asked<'a> {
    pub(crate) language: Option<&'a Language>,
    pub(crate) time_zone: Option<&'a str>,
}

/// The locale that somebody is spoken to in, and how it came to it.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) locale: Locale,
    pub(crate) origin: Origin,
    /// Wishes that were passed over, as nothing is said in their language.
    pub(crate) passed_over: Vec<String>,
}

impl Choice {
    /// The first wish that can be fulfilled. The region of the wish stays, so that numbers and dates are written its
    /// way.
    pub(crate) fn new(asked: Asked<'_>, by: &Localization, accept_language: Option<&str>) -> Self {
        let wishes = [
            (Origin::Request, asked.language.map(Language::as_str)),
            (Origin::Preference, by.user.language.as_deref()),
            (Origin::Organization, by.organization.language.as_deref()),
        ];
        let mut passed_over = Vec::new();
        for (origin, wish) in wishes.into_iter().filter_map(|(origin, wish)| Some((origin, wish?))) {
            let wished = Preferences { user: Some(wish), ..Preferences::default() };
            if let Some(language) = wished.choose(&SPOKEN) {
                return Self { locale: locale(language, asked, by), origin, passed_over };
            }
            passed_over.push(wish.to_owned());
        }
        let header = Preferences { accept_language, ..Preferences::default() }.choose(&SPOKEN);
        let origin = if header.is_some() { Origin::Header } else { Origin::Default };
        let language = header.unwrap_or_else(Language::english);
        Self { locale: locale(language, asked, by), origin, passed_over }
    }
}

/// The language with the first time zone that somebody wishes and that is known; UTC otherwise.
fn locale(language: Language, asked: Asked<'_>, by: &Localization) -> Locale {
    let wishes = [asked.time_zone, by.user.time_zone.as_deref(), by.organization.time_zone.as_deref()];
    let known = wishes.into_iter().flatten().find_map(|zone| Locale::new(language.as_str(), zone).ok());
    known.unwrap_or_else(|| Locale::of(language, Locale::default().time_zone()))
}

/// What a body says of a preference, in its canonical form.
pub(crate) fn preference(
    language: Option<Option<Language>>,
    time_zone: Option<Option<String>>,
) -> PreferenceUpdate {
    PreferenceUpdate { language: language.map(|tag| tag.map(String::from)), time_zone }
}

/// The languages that messages are said in.
pub(crate) fn spoken() -> &'static [Language] {
    &SPOKEN
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use agenthub_core::localization::Preference;

    use super::*;

    fn prefers(language: &str, time_zone: &str) -> Arc<Preference> {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Arc::new(Preference { language: some(language), time_zone: some(time_zone) })
    }

    fn choose(user: &str, organization: &str, header: Option<&str>) -> (String, Origin, Vec<String>) {
        let by = Localization {
            user: prefers(user, ""),
            organization: prefers(organization, ""),
            ..Localization::default()
        };
        let choice = Choice::new(Asked::default(), &by, header);
        (choice.locale.language().to_string(), choice.origin, choice.passed_over)
    }

    #[test]
    fn the_user_goes_first_then_the_organization_then_the_header_then_english() {
        let chosen = |user, organization, header| {
            let (language, origin, passed_over) = choose(user, organization, header);
            assert_eq!(passed_over, [] as [&str; 0]);
            (language, origin)
        };
        assert_eq!(chosen("ja", "de", Some("fr")), ("ja".to_owned(), Origin::Preference));
        assert_eq!(chosen("", "de-CH", Some("fr")), ("de-CH".to_owned(), Origin::Organization));
        assert_eq!(chosen("", "", Some("tlh, fr-CA;q=0.5")), ("fr-CA".to_owned(), Origin::Header));
        assert_eq!(chosen("", "", Some("*")), ("en".to_owned(), Origin::Header));
        assert_eq!(chosen("", "", Some("tlh")), ("en".to_owned(), Origin::Default));
        assert_eq!(chosen("", "", None), ("en".to_owned(), Origin::Default));
    }

    #[test]
    fn a_language_that_nobody_speaks_here_is_passed_over_and_told_of() {
        let (language, origin, passed_over) = choose("tlh", "sjn", Some("ru"));
        assert_eq!((language.as_str(), origin), ("ru", Origin::Header));
        assert_eq!(passed_over, ["tlh", "sjn"]);
    }

    #[test]
    fn the_time_zone_is_chosen_by_itself() {
        let by = Localization {
            user: prefers("ja", ""),
            organization: prefers("de", "Europe/Berlin"),
            ..Localization::default()
        };
        let choice = Choice::new(Asked::default(), &by, None);
        assert_eq!((choice.locale.as_ref(), choice.locale.time_zone().name()), ("ja", "Europe/Berlin"));
        let asked = Asked { time_zone: Some("Asia/Tokyo"), ..Asked::default() };
        assert_eq!(Choice::new(asked, &by, None).locale.time_zone().name(), "Asia/Tokyo");
        let unknown = Localization { user: prefers("", "Mars/Olympus"), ..Localization::default() };
        assert_eq!(Choice::new(Asked::default(), &unknown, None).locale.time_zone().name(), "UTC");
    }
}
