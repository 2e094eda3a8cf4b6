//! How a localizer is put together.

use std::path::Path;
use std::sync::{Arc, Mutex};

use arc_swap::ArcSwap;

use super::misses::Misses;
use super::state::State;
use super::{Localizer, Shared};
use crate::catalog::{Embedded, Layer};
use crate::{Error, Language};

/// Collects languages, directories and texts; what comes later goes before what came earlier.
///
/// ```
/// use agenthub_i18n::{Localizer, args, languages};
///
/// let localizer = Localizer::builder()
///     .languages([&languages::EN, &languages::DE])
///     .text("de", "shop.ftl", "cart-empty = Der Warenkorb ist leer.")
///     .text("en", "shop.ftl", "cart-empty = The cart is empty.")
///     .build()?;
/// assert_eq!(localizer.translate("cart.empty", "de-AT", args! {}), "Der Warenkorb ist leer.");
/// # Ok::<(), agenthub_i18n::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct LocalizerBuilder {
    layers: Vec<Layer>,
    fallback: Option<String>,
}

impl LocalizerBuilder {
    /// Languages of this crate. Only those named are carried in the binary.
    #[must_use]
    pub fn languages(mut self, languages: impl IntoIterator<Item = &'static Embedded>) -> Self {
        self.layers.extend(languages.into_iter().map(Layer::Embedded));
        self
    }

    /// A directory with a directory for each language, which holds its files: `pt-BR/shop.ftl`.
    #[must_use]
    pub fn directory(mut self, path: impl AsRef<Path>) -> Self {
        self.layers.push(Layer::Directory(path.as_ref().to_owned()));
        self
    }

    /// A message file that is at hand as text; `name` is what faults call it.
    #[must_use]
    pub fn text(mut self, language: &str, name: &str, text: impl Into<String>) -> Self {
        self.layers.push(Layer::Text { tag: language.to_owned(), file: name.to_owned(), text: text.into() });
        self
    }

    /// The language that speaks where no other can; English unless set.
    #[must_use]
    pub fn fallback(mut self, language: &str) -> Self {
        self.fallback = Some(language.to_owned());
        self
    }

    /// Reads everything.
    ///
    /// # Errors
    /// [`Error::Faults`] with all faults of all files; [`Error::BadLanguage`] for a tag that cannot be
    /// read; [`Error::UnknownLanguage`] if nothing is there in the fallback language.
    pub fn build(self) -> Result<Localizer, Error> {
        let fallback = self.fallback.as_deref().map_or(Ok(Language::english()), str::parse)?;
        let state = State::read(&self.layers, &fallback)?;
        if !state.catalog.0.contains_key(fallback.as_str()) {
            return Err(Error::UnknownLanguage { language: fallback.to_string() });
        }
        Ok(self.localizer(fallback, state))
    }

    /// Without any message.
    pub(super) fn empty(self) -> Localizer {
        self.localizer(Language::english(), State::default())
    }

    fn localizer(self, fallback: Language, state: State) -> Localizer {
        let shared = Shared {
            layers: self.layers,
            fallback,
            state: ArcSwap::from_pointee(state),
            misses: Misses::default(),
            change: Mutex::new(()),
        };
        Localizer { shared: Arc::new(shared), organization: None, own: None, isolating: true }
    }
}
