//! The messages: which there are, and saying one.

use std::sync::LazyLock;

use agenthub_core::error::{Code, Detail, Error, Result, Violation, Word};
use agenthub_core::page::{Listing, Page};
use agenthub_i18n::{Args, Argument, Error as Refusal, Key, Kind, Language, Localizer, Value};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

use super::Said;
use super::format::{moment, number};
use crate::check::join;
use crate::locale::Asked;
use crate::problem::Reader;

/// Every message, sorted by key.
static KEYS: LazyLock<Vec<Key>> = LazyLock::new(|| Localizer::embedded().keys());

/// Which messages are wanted.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct MessageQuery {
    /// Those whose key begins so.
    prefix: Option<String>,
}

impl MessageQuery {
    pub(super) fn list(&self, page: &Page) -> Result<Listing<MessageKey>> {
        let prefix = self.prefix.as_deref().unwrap_or_default();
        let wanted = KEYS.iter().filter(|key| key.key.starts_with(prefix)).map(MessageKey::from);
        Listing::of_sorted(wanted.collect(), page, "key", |key| key.key.to_owned())
    }
}

/// A message that there is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MessageKey {
    /// Its key.
    #[schema(example = "user.welcome")]
    key: &'static str,
    /// The languages that have it.
    #[schema(value_type = Vec<String>)]
    languages: &'static [String],
    /// What it needs.
    arguments: Vec<MessageArgument>,
    /// What else it has besides its text, such as a title.
    #[schema(value_type = Vec<String>)]
    attributes: &'static [String],
}

/// What a message needs.
#[derive(Debug, Serialize, ToSchema)]
struct MessageArgument {
    /// Its name.
    name: &'static str,
    /// What it must be: `text`, `number` or `date`.
    #[schema(example = "text")]
    kind: &'static str,
}

impl From<&'static Key> for MessageKey {
    fn from(key: &'static Key) -> Self {
        let arguments = key.arguments.iter().map(|argument| MessageArgument {
            name: &argument.name,
            kind: match argument.kind {
                Kind::Text => "text",
                Kind::Number => "number",
                Kind::Date => "date",
            },
        });
        Self {
            key: &key.key,
            languages: &key.languages,
            arguments: arguments.collect(),
            attributes: &key.attributes,
        }
    }
}

/// A message to be said.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TranslateBody {
    /// The key of the message.
    #[schema(max_length = 200)]
    key: String,
    /// An attribute of the message instead of its text, such as `title`.
    #[schema(max_length = 200)]
    attribute: Option<String>,
    /// What the message needs: texts, numbers, and times as RFC 3339 has them.
    #[serde(default)]
    arguments: Map<String, Json>,
    /// The language; yours, where nothing is said.
    #[schema(value_type = Option<String>, format = "language")]
    language: Option<Language>,
    /// The time zone in which times are told; yours, where nothing is said.
    #[schema(format = "time-zone")]
    time_zone: Option<String>,
}

impl TranslateBody {
    pub(super) fn asked(&self) -> Asked<'_> {
        Asked { language: self.language.as_ref(), time_zone: self.time_zone.as_deref() }
    }

    pub(super) fn say(&self, reader: &Reader, fell_back: bool) -> Result<Said> {
        let key = KEYS.iter().find(|key| key.key == self.key).ok_or_else(|| no_message(&self.key))?;
        let args = self.arguments(key, reader)?;
        let (localizer, locale) = (reader.localizer(), reader.locale());
        let said = match &self.attribute {
            None => localizer.try_translate(&self.key, locale, args),
            Some(attribute) => localizer.try_translate_attribute(&self.key, attribute, locale, args),
        };
        let said = said.map_err(|refusal| refused(refusal, key))?;
        // The region is the reader's where the language is.
        let is_readers = said.language.code() == locale.language().code();
        let language = if is_readers { locale.language().clone() } else { said.language };
        Ok(Said::new(said.text, language, fell_back || said.fell_back))
    }

    /// The arguments as the message takes them.
    fn arguments(&self, key: &Key, reader: &Reader) -> Result<Args<'_>> {
        let mut faults = Vec::new();
        let mut args = Args::with_capacity(self.arguments.len());
        for (name, json) in &self.arguments {
            let place = join("/arguments", name);
            let Some(argument) = key.arguments.iter().find(|argument| argument.name == *name) else {
                let unknown = Violation::new(place, Code::VALUE_UNKNOWN_FIELD).with("name", name);
                faults.push(unknown.saying("allowed", names(&key.arguments)));
                continue;
            };
            match value(argument.kind, json, &place, reader) {
                Ok(value) => args = args.with(name.as_str(), value),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(args) } else { Err(Error::new(Code::INVALID).violating(faults)) }
    }
}

/// An argument of this kind.
fn value<'j>(kind: Kind, json: &'j Json, place: &str, reader: &Reader) -> Result<Value<'j>, Violation> {
    match (kind, json) {
        (Kind::Number, json) => number(json, place).map(Value::from),
        (Kind::Date, json) => moment(json, place, reader.locale()).map(Value::from),
        (Kind::Text, Json::String(text)) => Ok(text.into()),
        (Kind::Text, Json::Number(number)) => Ok(number.to_string().into()),
        (Kind::Text, _) => Err(Violation::new(place, Code::VALUE_WRONG_TYPE).saying("expected", Word::TEXT)),
    }
}

fn names(arguments: &[Argument]) -> Detail {
    let names: Vec<_> = arguments.iter().map(|argument| argument.name.as_str()).collect();
    Detail::names(&names)
}

pub(in crate::api) fn no_message(key: &str) -> Error {
    Error::new(Code::MESSAGE_NOT_FOUND).with("key", key)
}

fn refused(refusal: Refusal, key: &Key) -> Error {
    let faults = match refusal {
        Refusal::MissingArguments { missing, .. } => missing
            .iter()
            .map(|name| Violation::new(join("/arguments", name), Code::VALUE_REQUIRED))
            .collect(),
        Refusal::UnknownAttribute { .. } => {
            let allowed = Detail::names(&key.attributes);
            vec![Violation::new("/attribute", Code::VALUE_NOT_ONE_OF).saying("allowed", allowed)]
        }
        other => return Error::internal("a message cannot be said").source(other),
    };
    Error::new(Code::INVALID).violating(faults)
}
