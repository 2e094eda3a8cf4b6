//! What an organization says in its own way.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Localizer;
use super::state::{Overrides, State};
use crate::cache::Cache;
use crate::catalog::{Bundle, Catalog, MessageFile, Source, arguments, key_of};
use crate::{Error, Fault, Language, Reason};

/// A message that an organization says in its own way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// The language.
    pub language: String,
    /// The key of the message.
    pub key: String,
    /// The text, as a Fluent pattern: `Hello, { $name }!`; further lines may set attributes (`.title = …`).
    pub text: String,
}

impl Localizer {
    /// Has an organization say a message in its own way from now on.
    ///
    /// ```
    /// use agenthub_i18n::{Localizer, args};
    ///
    /// let localizer = Localizer::builder().text("en", "a.ftl", "user-welcome = Welcome, { $name }!").build()?;
    /// localizer.set_override("acme", "en", "user.welcome", "Howdy, { $name }!")?;
    /// let acme = localizer.within("acme").plain();
    /// assert_eq!(acme.translate("user.welcome", "en", args! { name: "Ana" }), "Howdy, Ana!");
    /// # Ok::<(), agenthub_i18n::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownLanguage`] or [`Error::UnknownKey`] if there is nothing to override,
    /// [`Error::Faults`] if the text cannot be read or uses arguments that the message is not given.
    pub fn set_override(
        &self,
        organization: &str,
        language: &str,
        key: &str,
        text: &str,
    ) -> Result<(), Error> {
        let one = Override { language: language.to_owned(), key: key.to_owned(), text: text.to_owned() };
        self.set_overrides(organization, [one])
    }

    /// Sets many overrides of an organization at once; if one is refused, none is set.
    ///
    /// # Errors
    /// As [`set_override`](Localizer::set_override).
    pub fn set_overrides(
        &self,
        organization: &str,
        overrides: impl IntoIterator<Item = Override>,
    ) -> Result<(), Error> {
        self.change(|state| {
            let mut texts = texts_of(state, organization);
            for each in overrides {
                texts.insert(place(&each)?, each.text);
            }
            Ok(state.with_overrides(organization, Overrides::new(&state.catalog, texts)?, self.fallback()))
        })
    }

    /// The same localizer with these overrides before everything else, for a program that keeps them elsewhere: in a
    /// database, beside what else it knows of an organization. Nothing is kept here, so there is nothing to take back.
    ///
    /// Those that fit no message (any more) are left out, which the log tells. A [`reload`](Localizer::reload) does not
    /// reach the messages that stand beside them.
    ///
    /// ```
    /// use agenthub_i18n::{Localizer, Override, args};
    ///
    /// let own = Override { language: "de".into(), key: "user.hello".into(), text: "Servus { $name }".into() };
    /// let acme = Localizer::embedded().plain().with_overrides([own]);
    /// assert_eq!(acme.translate("user.hello", "de-AT", args! { name: "Ana" }), "Servus Ana");
    /// ```
    #[must_use]
    pub fn with_overrides(&self, overrides: impl IntoIterator<Item = Override>) -> Self {
        let catalog = &self.state().catalog;
        let texts = overrides.into_iter().filter_map(|each| Some((place(&each).ok()?, each.text)));
        let own = Overrides::new(catalog, fitting(catalog, texts.collect()));
        Self { own: own.ok().map(Arc::new), ..self.clone() }
    }

    /// Would an override be taken?
    ///
    /// # Errors
    /// As [`set_override`](Localizer::set_override).
    pub fn check_override(&self, one: &Override) -> Result<(), Error> {
        let (language, id) = place(one)?;
        let state = self.state();
        read_one(base(&state.catalog, &language)?, &id, &one.text).map(drop)
    }

    /// Takes an override back; `false` if there was none.
    ///
    /// # Errors
    /// [`Error::BadLanguage`] if the tag cannot be read.
    pub fn remove_override(&self, organization: &str, language: &str, key: &str) -> Result<bool, Error> {
        let language: Language = language.parse()?;
        let mut removed = false;
        self.change(|state| {
            let mut texts = texts_of(state, organization);
            removed = texts.remove(&(language.to_string(), key.replace('.', "-"))).is_some();
            Ok(state.with_overrides(organization, Overrides::new(&state.catalog, texts)?, self.fallback()))
        })?;
        Ok(removed)
    }

    /// The overrides of an organization, by language and key.
    #[must_use]
    pub fn overrides(&self, organization: &str) -> Vec<Override> {
        let texts = texts_of(&self.state(), organization).into_iter();
        texts.map(|((language, id), text)| Override { language, key: key_of(&id), text }).collect()
    }
}

type Texts = BTreeMap<(String, String), String>;

fn texts_of(state: &State, organization: &str) -> Texts {
    state.overrides.get(organization).map(|own| own.texts.clone()).unwrap_or_default()
}

/// Where an override stands: its language as a canonical tag, and the id of its message.
fn place(one: &Override) -> Result<(String, String), Error> {
    let language: Language = one.language.parse()?;
    Ok((language.to_string(), one.key.replace('.', "-")))
}

/// What is overridden in a language.
fn base<'c>(catalog: &'c Catalog, language: &str) -> Result<&'c Arc<Bundle>, Error> {
    catalog.0.get(language).ok_or_else(|| Error::UnknownLanguage { language: language.to_owned() })
}

/// Those that fit the messages of a catalog; the others are told of in the log.
pub(super) fn fitting(catalog: &Catalog, mut texts: Texts) -> Texts {
    texts.retain(|(language, id), text| {
        let fits = base(catalog, language).is_ok_and(|base| read_one(base, id, text).is_ok());
        if !fits {
            tracing::warn!(
                language,
                key = key_of(id),
                "an override fits no message any more, and is dropped"
            );
        }
        fits
    });
    texts
}

impl Overrides {
    pub(super) fn new(catalog: &Catalog, texts: Texts) -> Result<Self, Error> {
        let mut files: BTreeMap<&str, String> = BTreeMap::new();
        let mut faults = Vec::new();
        for ((language, id), text) in &texts {
            match read_one(base(catalog, language)?, id, text) {
                Ok(source) => files.entry(language).or_default().push_str(&source),
                Err(Error::Faults(more)) => faults.extend(more),
                Err(other) => return Err(other),
            }
        }
        if !faults.is_empty() {
            return Err(Error::Faults(faults));
        }
        let mut bundles = BTreeMap::new();
        for (language, text) in files {
            let Some(base) = catalog.0.get(language) else { continue };
            let file = source(base, "overrides", text);
            let bundle =
                MessageFile::read(file).and_then(|file| base.with(file).map_err(|fault| vec![fault]));
            bundles.insert(language.to_owned(), Arc::new(bundle.map_err(Error::Faults)?));
        }
        Ok(Self { texts, bundles, chains: Cache::default() })
    }
}

fn source(base: &Bundle, file: &str, text: String) -> Source {
    Source { language: base.language.clone(), file: file.to_owned(), text }
}

/// Checks one override alone, so that a fault names it and its own line; gives it as a message file.
fn read_one(base: &Bundle, id: &str, text: &str) -> Result<String, Error> {
    let unknown = || Error::UnknownKey { key: key_of(id), language: base.language.to_string() };
    let overridden = base.entries.get(id).filter(|_| !id.starts_with('-')).ok_or_else(unknown)?;
    let name = format!("override of `{}` in `{}`", key_of(id), base.language);
    // Lines are indented, so that none of them can begin a message of its own.
    let message = format!("{id} = {}\n", text.trim().lines().collect::<Vec<_>>().join("\n    "));
    if let Some(line) = too_deep(&message) {
        return Err(Error::Faults(vec![Fault { file: name, line, reason: Reason::Deep(DEEPEST) }]));
    }
    let file = MessageFile::read(source(base, &name, message.clone()));
    // The parser may look for what is missing behind the end.
    let last = message.lines().count();
    let within = |fault: Fault| Fault { line: fault.line.min(last), ..fault };
    let file = file.map_err(|faults| Error::Faults(faults.into_iter().map(within).collect()))?;
    let given: HashMap<_, _> = overridden.patterns().flat_map(|facts| arguments(base, facts)).collect();
    let used =
        file.entries.values().flat_map(|entry| entry.patterns()).flat_map(|facts| facts.arguments.keys());
    let surplus = used.filter(|name| !given.contains_key(*name));
    let nothing =
        file.entries.values().flat_map(|entry| entry.patterns()).flat_map(|facts| &facts.references);
    let nothing = nothing.filter(|reference| !base.entries.contains_key(&reference.id));
    let surplus =
        surplus.map(|argument| (format!("${argument}"), Reason::Argument { name: argument.clone() }));
    let nothing = nothing
        .map(|reference| (reference.id.clone(), Reason::Reference { id: None, name: reference.id.clone() }));
    let faults: Vec<Fault> = surplus
        .chain(nothing)
        .map(|(word, reason)| Fault { file: name.clone(), line: line_of(&message, &word), reason })
        .collect();
    if faults.is_empty() { Ok(message) } else { Err(Error::Faults(faults)) }
}

/// The line in which a word first stands.
fn line_of(text: &str, word: &str) -> usize {
    text.lines().position(|line| line.contains(word)).map_or(1, |before| before + 1)
}

/// How deep braces and parentheses may stand within each other. The parser goes as deep as they do, so that a text
/// of nothing else would exhaust its stack.
const DEEPEST: usize = 32;

/// The line in which a text goes too deep. Braces in quotes count too: nobody needs that many.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (line, text) in text.lines().enumerate() {
        for byte in text.bytes() {
            match byte {
                b'{' => depth += 1,
                // Outside of braces a parenthesis is text.
                b'(' if depth > 0 => depth += 1,
                b'}' | b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > DEEPEST {
                return Some(line + 1);
            }
        }
    }
    None
}
