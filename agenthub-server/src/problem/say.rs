//! What is said to people: the messages of [`agenthub_i18n`], by the names of the codes.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use agenthub_core::error::{Code, Detail};
use agenthub_i18n::{Args, Direction, Formats, Kind, ListKind, Locale, Localizer, Value, Width};

use crate::app::App;
use crate::request::Facts;

/// Every message, with the arguments that it counts with. Others are text, even where they look like numbers.
static COUNTED: LazyLock<HashMap<String, HashSet<String>>> = LazyLock::new(|| {
    let keys = Localizer::embedded().keys().into_iter();
    let counted = keys.map(|key| {
        let numbers = key.arguments.into_iter().filter(|argument| argument.kind == Kind::Number);
        (key.key, numbers.map(|argument| argument.name).collect())
    });
    counted.collect()
});

/// Whom something is told: in which language and time zone, and in whose words.
#[derive(Debug)]
pub struct Reader {
    localizer: Localizer,
    locale: Locale,
}

impl Reader {
    /// Whoever sent a request: as user and organization prefer, or as its `Accept-Language` header asks, and in the
    /// words of the organization.
    pub fn of(app: &App, facts: &Facts) -> Self {
        Self::speaking(facts.choice().locale.clone(), app, facts)
    }

    /// The same in another language.
    pub(crate) fn speaking(locale: Locale, app: &App, facts: &Facts) -> Self {
        let localizer = match facts.entered() {
            Some((organization, by)) => app.voices().of(*organization, &by.overrides),
            None => Localizer::embedded(),
        };
        // Names must not turn a sentence from right to left around. In others the marks would only get in the way
        // of whoever copies an id.
        let is_rtl = locale.direction() == Direction::Rtl;
        Self { localizer: if is_rtl { localizer } else { localizer.plain() }, locale }
    }

    /// The language that is spoken, without its region, for `Content-Language`.
    pub fn language(&self) -> &str {
        self.locale.language().code()
    }

    /// What says it.
    pub(crate) fn localizer(&self) -> &Localizer {
        &self.localizer
    }

    /// The language and the time zone.
    pub(crate) fn locale(&self) -> &Locale {
        &self.locale
    }

    /// What a code means, in a few words.
    pub fn title(&self, code: Code) -> String {
        self.localizer.translate_attribute(&key(code), "title", &self.locale, Args::new())
    }

    /// What happened, and what to do about it.
    pub fn detail(&self, code: Code, details: &[(&'static str, Detail)]) -> String {
        self.say(&key(code), details)
    }

    fn say(&self, key: &str, details: &[(&'static str, Detail)]) -> String {
        let counted = COUNTED.get(key);
        let args = details.iter().map(|(name, detail)| match detail {
            Detail::Text(text) if counted.is_some_and(|counted| counted.contains(*name)) => {
                (*name, number(text))
            }
            other => (*name, self.words(other).into()),
        });
        self.localizer.translate(key, &self.locale, args.collect())
    }

    /// A detail in the reader's words.
    fn words(&self, detail: &Detail) -> String {
        let list = |items: &[Detail], kind| {
            let items: Vec<_> = items.iter().map(|item| self.words(item)).collect();
            Formats::of(&self.locale).list(&items, kind, Width::Long)
        };
        match detail {
            Detail::Text(text) => text.clone(),
            Detail::Said(phrase) => self.say(&format!("phrase.{}", phrase.word().as_str()), phrase.details()),
            Detail::Either(items) => list(items, ListKind::Or),
            Detail::All(items) => list(items, ListKind::And),
        }
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
