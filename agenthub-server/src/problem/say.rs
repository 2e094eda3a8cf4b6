//! What is said to people: the messages of [`agenthub_i18n`], by the names of the codes.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use agenthub_core::error::Code;
use agenthub_i18n::{Args, Direction, Kind, Language, Localizer, Preferences, Value};

/// Every message, with the arguments that it counts with. Others are text, even where they look like numbers.
static COUNTED: LazyLock<HashMap<String, HashSet<String>>> = LazyLock::new(|| {
    let keys = Localizer::embedded().keys().into_iter();
    let counted = keys.map(|key| {
        let numbers = key.arguments.into_iter().filter(|argument| argument.kind == Kind::Number);
        (key.key, numbers.map(|argument| argument.name).collect())
    });
    counted.collect()
});

/// Whom errors are told to, in a language of theirs.
#[derive(Debug)]
pub struct Reader {
    localizer: Localizer,
    language: Language,
}

impl Reader {
    /// Whoever sent this `Accept-Language` header. They read English where it names no language that is spoken here.
    pub fn new(accept_language: Option<&str>) -> Self {
        let wishes = Preferences { accept_language, ..Preferences::default() };
        let spoken = Localizer::embedded();
        let mut languages = spoken.languages();
        // Many programs ask for `*` without meaning anything by it: that is for the first.
        languages.sort_by_key(|language| language != spoken.fallback());
        let language = wishes.choose(&languages).unwrap_or_else(|| spoken.fallback().clone());
        // Names must not turn a sentence from right to left around. In others the marks would only get in the way
        // of whoever copies an id.
        let localizer = if language.direction() == Direction::Rtl { spoken } else { spoken.plain() };
        Self { localizer, language }
    }

    /// The language that is spoken, without its region, for `Content-Language`.
    pub fn language(&self) -> &str {
        self.language.code()
    }

    /// The language with its region, for formats.
    pub fn locale(&self) -> &str {
        self.language.as_str()
    }

    /// What a code means, in a few words.
    pub fn title(&self, code: Code) -> String {
        self.localizer.translate_attribute(&key(code), "title", &self.language, Args::new())
    }

    /// What happened, and what to do about it.
    pub fn detail(&self, code: Code, args: &[(&'static str, String)]) -> String {
        let key = key(code);
        let counted = COUNTED.get(&key);
        let args = args.iter().map(|(name, text)| {
            let is_counted = counted.is_some_and(|counted| counted.contains(*name));
            (*name, if is_counted { number(text) } else { text.into() })
        });
        self.localizer.translate(&key, &self.language, args.collect())
    }
}

/// The message of `agent.not_found` is `error.agent.not_found`.
fn key(code: Code) -> String {
    format!("error.{}", code.as_str())
}

/// Seconds, bytes and the like are far below what a float can no longer tell apart.
fn number(text: &str) -> Value<'_> {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => number.into(),
        _ => text.into(),
    }
}
