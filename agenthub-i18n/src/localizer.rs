//! [`Localizer`]: says a message in a reader's language.

mod ask;
mod builder;
mod chain;
mod keys;
mod misses;
mod organization;
mod state;
mod translate;

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use arc_swap::ArcSwap;

pub use builder::LocalizerBuilder;
pub use keys::{Argument, Key};
pub use misses::Miss;
pub use organization::Override;
pub use translate::Translation;

use crate::catalog::{Finding, Layer, languages};
use crate::{Args, Error, Language};
use misses::Misses;
use state::{Overrides, State};

/// Says messages in the readers' languages. `Send`, `Sync`, and cheap to clone: clones share everything.
///
/// ```
/// use agenthub_i18n::{Language, Localizer, args};
///
/// let localizer = Localizer::embedded();
/// let lang: Language = "es".parse()?;
/// let text = localizer.translate("user.welcome", &lang, args! { name: "John" });
/// assert_eq!(text, "¡Te damos la bienvenida, \u{2068}John\u{2069}!");
/// # Ok::<(), agenthub_i18n::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Localizer {
    shared: Arc<Shared>,
    /// Whose overrides go first.
    organization: Option<Arc<str>>,
    /// Overrides that it brings along, which go first of all.
    own: Option<Arc<Overrides>>,
    /// Whether arguments stand between isolation marks.
    isolating: bool,
}

#[derive(Debug)]
struct Shared {
    layers: Vec<Layer>,
    fallback: Language,
    state: ArcSwap<State>,
    misses: Misses,
    /// Held by who changes the state, so that no change is lost.
    change: Mutex<()>,
}

impl Localizer {
    /// The ten languages of this crate. All calls of this, and all clones, share one catalog, misses and
    /// overrides; a program that wants its own calls [`builder`](Localizer::builder).
    #[must_use]
    pub fn embedded() -> Self {
        static SHARED: LazyLock<Localizer> = LazyLock::new(|| {
            let all = Localizer::builder().languages(languages::ALL).build();
            all.unwrap_or_else(|_| Localizer::builder().empty())
        });
        SHARED.clone()
    }

    /// A localizer of chosen languages, of directories and texts of one's own.
    #[must_use]
    pub fn builder() -> LocalizerBuilder {
        LocalizerBuilder::default()
    }

    /// The same localizer with an organization's overrides before everything else.
    #[must_use]
    pub fn within(&self, organization: &str) -> Self {
        Self { organization: Some(organization.into()), own: None, ..self.clone() }
    }

    /// The same localizer without the marks (U+2068, U+2069) that keep an argument from turning the
    /// direction of its surroundings: for logs, subjects of mails, and whatever does not know them.
    ///
    /// ```
    /// use agenthub_i18n::{Localizer, args};
    ///
    /// let plain = Localizer::embedded().plain();
    /// assert_eq!(plain.translate("user.welcome", "fr", args! { name: "Zoé" }), "Bienvenue, Zoé\u{202f}!");
    /// ```
    #[must_use]
    pub fn plain(&self) -> Self {
        Self { isolating: false, ..self.clone() }
    }

    /// Reads directories again. On a fault, which names file and line, what there was stays in use.
    ///
    /// # Errors
    /// [`Error::Faults`] with all faults of all files.
    pub fn reload(&self) -> Result<(), Error> {
        self.change(|state| state.reloaded(&self.shared.layers, self.fallback()))
    }

    /// The languages there are messages in, in the order of their tags.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        self.state().catalog.0.values().map(|bundle| bundle.language.clone()).collect()
    }

    /// The language that speaks where no other can.
    #[must_use]
    pub fn fallback(&self) -> &Language {
        &self.shared.fallback
    }

    /// Where the languages differ from the fallback language: missing messages, other arguments, missing
    /// plural forms. Empty if all is well; meant for a test.
    #[must_use]
    pub fn check(&self) -> Vec<Finding> {
        self.state().catalog.check(self.shared.fallback.as_str())
    }

    /// What readers were not told in their language since the start, each once.
    #[must_use]
    pub fn misses(&self) -> Vec<Miss> {
        self.shared.misses.all()
    }

    fn state(&self) -> Arc<State> {
        self.shared.state.load_full()
    }

    fn change(&self, change: impl FnOnce(&State) -> Result<State, Error>) -> Result<(), Error> {
        let _one_at_a_time = self.shared.change.lock().unwrap_or_else(PoisonError::into_inner);
        let changed = change(&self.shared.state.load())?;
        self.shared.state.store(Arc::new(changed));
        Ok(())
    }
}

/// Says a message of the ten embedded languages; see [`Localizer::translate`].
///
/// ```
/// use agenthub_i18n::{args, translate};
///
/// assert_eq!(translate("common.yes", "ru", args! {}), "Да");
/// ```
#[must_use]
pub fn translate(key: &str, language: impl AsRef<str>, args: Args<'_>) -> String {
    Localizer::embedded().translate(key, language, args)
}
