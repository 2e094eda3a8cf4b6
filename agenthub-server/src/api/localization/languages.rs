//! The languages, and which of them is a reader's.

use agenthub_i18n::{Direction, Language, language_name};
use serde::Serialize;
use utoipa::ToSchema;

use crate::locale::{Choice, Origin, spoken};

/// The languages that messages are said in, and the one that you are spoken to in.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Languages {
    /// How you are spoken to.
    effective: Effective,
    /// All languages, English first.
    languages: Vec<SpokenLanguage>,
}

/// How somebody is spoken to, and why.
#[derive(Debug, Serialize, ToSchema)]
struct Effective {
    /// The language, with the region that was wished for.
    #[schema(value_type = String, example = "de-CH")]
    language: Language,
    /// The time zone.
    #[schema(example = "Europe/Zurich")]
    time_zone: &'static str,
    /// Which way the language is written.
    #[schema(value_type = String, example = "ltr")]
    direction: Direction,
    /// Whose wish the language is.
    origin: Origin,
    /// Wishes that go before it, but in whose language nothing is said.
    passed_over: Vec<String>,
}

/// A language that messages are said in.
#[derive(Debug, Serialize, ToSchema)]
struct SpokenLanguage {
    /// Its tag.
    #[schema(value_type = String, example = "ar")]
    language: Language,
    /// Which way it is written.
    #[schema(value_type = String, example = "rtl")]
    direction: Direction,
    /// What it calls itself.
    own_name: String,
    /// What it is called in the language that you are spoken to in.
    name: String,
}

impl Languages {
    pub(super) fn told_to(choice: &Choice) -> Self {
        let language = choice.locale.language();
        let effective = Effective {
            language: language.clone(),
            time_zone: choice.locale.time_zone().name(),
            direction: language.direction(),
            origin: choice.origin,
            passed_over: choice.passed_over.clone(),
        };
        let all = spoken().iter().map(|one| SpokenLanguage {
            language: one.clone(),
            direction: one.direction(),
            own_name: language_name(one, one),
            name: language_name(one, language),
        });
        Self { effective, languages: all.collect() }
    }
}
