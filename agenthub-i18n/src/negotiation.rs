//! Which of the languages there are suits a reader best.

mod accept_language;

pub use accept_language::{AcceptLanguage, Wish};

use crate::Language;

/// What is known of a reader's wishes; what stands first goes first.
///
/// ```
/// use agenthub_i18n::{Language, Preferences};
///
/// let there: Vec<Language> = ["en", "fr", "pt"].iter().map(|tag| tag.parse().unwrap()).collect();
/// let reader = Preferences { accept_language: Some("pt-BR, fr;q=0.8"), ..Preferences::default() };
/// assert_eq!(reader.choose(&there).as_ref().map(Language::as_str), Some("pt-BR"));
///
/// let reader = Preferences { user: Some("fr-CH"), ..reader };
/// assert_eq!(reader.choose(&there).as_ref().map(Language::as_str), Some("fr-CH"));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Preferences<'a> {
    /// What the reader has set for themselves.
    pub user: Option<&'a str>,
    /// What the reader's organization has set for all of it.
    pub organization: Option<&'a str>,
    /// The `Accept-Language` header of the request.
    pub accept_language: Option<&'a str>,
}

impl Preferences<'_> {
    /// The first wish that one of `available` speaks, with the region of the wish, so that dates and
    /// numbers are written its way; `None` if there is no such wish, and the default is to be taken.
    ///
    /// A setting that is unreadable, or in no language that there is, is passed over.
    #[must_use]
    pub fn choose(&self, available: &[Language]) -> Option<Language> {
        let settings = [self.user, self.organization].into_iter().flatten();
        let set = settings.filter_map(|tag| tag.trim().parse().ok()).find(|wish| speaks(available, wish));
        set.or_else(|| AcceptLanguage::parse(self.accept_language?).choose(available))
    }
}

/// Whether one of the languages is the wished one, whatever the region.
///
/// Chinese in traditional characters is spoken by a catalog in `zh`, as a last resort of the same language.
fn speaks(available: &[Language], wish: &Language) -> bool {
    available.iter().any(|there| there.code() == wish.code())
}
