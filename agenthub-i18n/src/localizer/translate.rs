//! From key, language and arguments to text.

use super::chain::Chain;
use super::{Localizer, Miss};
use crate::language::readable;
use crate::{Args, Error, Language, Message, Value};

/// Stands where a reader is told that there is nothing to tell.
const UNAVAILABLE: &str = "message.unavailable";

/// A message as it was said, and how it came to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// The text.
    pub text: String,
    /// The language it is in.
    pub language: Language,
    /// Whether that is not the language asked for, nor a more general form of it.
    pub fell_back: bool,
}

impl Localizer {
    /// Says a message, whatever happens: in the language asked for or the next best one.
    ///
    /// What cannot be said is reported (see [`Localizer::misses`]) and the reader gets something readable:
    /// for an unknown key a sentence that the text is not available, for a missing argument an ellipsis.
    /// Use [`try_translate`](Localizer::try_translate) to be told instead.
    #[must_use]
    #[inline]
    pub fn translate(&self, key: &str, language: impl AsRef<str>, args: Args<'_>) -> String {
        self.readable(key, None, language.as_ref(), &args)
    }

    /// Says an attribute of a message, such as the title of an error, whatever happens.
    #[must_use]
    pub fn translate_attribute(
        &self,
        key: &str,
        attribute: &str,
        language: impl AsRef<str>,
        args: Args<'_>,
    ) -> String {
        self.readable(key, Some(attribute), language.as_ref(), &args)
    }

    /// Says a typed message of [`messages`](crate::messages).
    ///
    /// ```
    /// use agenthub_i18n::{Localizer, messages};
    ///
    /// let localizer = Localizer::embedded().plain();
    /// assert_eq!(localizer.say(messages::user_welcome("Ana"), "de"), "Willkommen, Ana!");
    /// ```
    #[must_use]
    pub fn say(&self, message: Message<'_>, language: impl AsRef<str>) -> String {
        self.readable(message.id, message.attribute, language.as_ref(), &message.args)
    }

    /// Says a message, or tells why not.
    ///
    /// # Errors
    /// [`Error::BadLanguage`], [`Error::UnknownKey`], [`Error::MissingArguments`] or
    /// [`Error::Unresolvable`]. A language without messages is no error: see [`Translation::fell_back`].
    pub fn try_translate(
        &self,
        key: &str,
        language: impl AsRef<str>,
        args: Args<'_>,
    ) -> Result<Translation, Error> {
        self.strict(key, None, language.as_ref(), &args)
    }

    /// Says an attribute of a message, or tells why not.
    ///
    /// # Errors
    /// As [`try_translate`](Localizer::try_translate), and [`Error::UnknownAttribute`].
    pub fn try_translate_attribute(
        &self,
        key: &str,
        attribute: &str,
        language: impl AsRef<str>,
        args: Args<'_>,
    ) -> Result<Translation, Error> {
        self.strict(key, Some(attribute), language.as_ref(), &args)
    }

    fn strict(
        &self,
        key: &str,
        attribute: Option<&str>,
        tag: &str,
        args: &Args<'_>,
    ) -> Result<Translation, Error> {
        let wanted: Language = tag.parse()?;
        self.with_chain(tag, |chain| {
            let (link, text) = self.ask(chain, key, attribute, tag, args)?;
            let language = link.bundle.language.clone();
            let fell_back = wanted.code() != language.code();
            Ok(Translation { text, language, fell_back })
        })
    }

    fn readable(&self, key: &str, attribute: Option<&str>, tag: &str, args: &Args<'_>) -> String {
        self.with_chain(tag, |chain| match self.ask(chain, key, attribute, tag, args) {
            Ok((_, text)) => text,
            Err(Error::MissingArguments { missing, .. }) => {
                self.report(key, format!("needs the arguments {missing:?}"));
                let filled = missing
                    .into_iter()
                    .fold(args.clone(), |args, name| args.with(name, Value::Text("…".into())));
                let told = self.ask(chain, key, attribute, tag, &filled);
                told.map_or_else(|_| self.unavailable(chain, tag), |(_, text)| text)
            }
            Err(Error::UnknownKey { key, .. }) => {
                self.shared.misses.report(Miss::Key { key });
                self.unavailable(chain, tag)
            }
            Err(error) => {
                self.report(key, error.to_string());
                self.unavailable(chain, tag)
            }
        })
    }

    fn unavailable(&self, chain: &Chain, tag: &str) -> String {
        let told = self.ask(chain, UNAVAILABLE, None, tag, &Args::new());
        told.map_or_else(|_| "…".to_owned(), |(_, text)| text)
    }

    fn report(&self, key: &str, reason: String) {
        self.shared.misses.report(Miss::Message { key: key.to_owned(), reason });
    }

    /// Does something with the bundles to ask for a language.
    fn with_chain<R>(&self, tag: &str, on: impl FnOnce(&Chain) -> R) -> R {
        let (tag, state) = (readable(tag), self.shared.state.load());
        let of_organization = || state.overrides.get(self.organization.as_ref()?);
        let overrides = self.own.as_ref().or_else(of_organization);
        let chains = match (overrides, state.direct.get(tag)) {
            (Some(overrides), _) => &overrides.chains,
            (None, Some(chain)) => return on(chain),
            (None, None) => &state.chains,
        };
        let make = || {
            let chain = Chain::new(tag, &self.shared.fallback, &state, overrides.map(|own| &**own));
            if !chain.spoken {
                self.shared.misses.report(Miss::Language { language: tag.to_owned() });
            }
            chain
        };
        chains.with(tag, make, on)
    }
}
