//! The functions that messages may call, and the arguments that carry their locale.

use std::borrow::Cow;
use std::sync::Arc;

use fluent_bundle::types::FluentType;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};
use intl_memoizer::{IntlLangMemoizer, concurrent::IntlLangMemoizer as SharedMemoizer};

use crate::args::{Args, Value, style};
use crate::formats::{Formats, Fraction, Moment, Style};
use crate::{Number, Width};

/// All functions; `EXACT` and `PLURAL` are written by the loader, not by translators.
pub(super) const FUNCTIONS: [&str; 4] = ["NUMBER", "DATETIME", "PLURAL", "EXACT"];

/// A number or a moment on its way through Fluent, with the formats of the reader.
#[derive(Clone, Debug)]
struct Localized {
    content: Content,
    formats: Arc<Formats>,
}

#[derive(Clone, Debug, PartialEq)]
enum Content {
    Number(Number),
    Date(Moment),
    DateTime(Moment),
}

impl PartialEq for Localized {
    fn eq(&self, other: &Self) -> bool {
        self.content == other.content && Arc::ptr_eq(&self.formats, &other.formats)
    }
}

impl Localized {
    fn text(&self) -> String {
        match &self.content {
            Content::Number(number) => self.formats.number(number.clone()),
            Content::Date(date) => self.formats.date(*date, Style::Medium),
            Content::DateTime(at) => self.formats.datetime(*at, Style::Medium),
        }
    }
}

impl FluentType for Localized {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
        self.text().into()
    }

    fn as_string_threadsafe(&self, _: &SharedMemoizer) -> Cow<'static, str> {
        self.text().into()
    }
}

/// Arguments as Fluent takes them.
pub(crate) fn fluent_args<'a>(args: &'a Args<'_>, formats: &Arc<Formats>) -> FluentArgs<'a> {
    let mut fluent = FluentArgs::with_capacity(args.0.len());
    for (name, value) in &args.0 {
        let content = match value {
            Value::Text(text) => {
                fluent.set(name.as_ref(), text.as_ref());
                continue;
            }
            Value::Number(number) => Content::Number(number.clone()),
            Value::Date(date) => Content::Date(*date),
            Value::DateTime(at) => Content::DateTime(*at),
        };
        let localized = Localized { content, formats: formats.clone() };
        fluent.set(name.as_ref(), FluentValue::Custom(Box::new(localized)));
    }
    fluent
}

/// Gives a bundle its functions. `formats` write the numbers that stand in messages themselves.
pub(super) fn add(
    bundle: &mut FluentBundle<Arc<FluentResource>>,
    formats: &Arc<Formats>,
) -> Result<(), FluentError> {
    let own = formats.clone();
    bundle.add_function("NUMBER", move |args, named| function(args, &own, |value| number(value, named)))?;
    let own = formats.clone();
    bundle
        .add_function("DATETIME", move |args, named| function(args, &own, |value| datetime(value, named)))?;
    let own = formats.clone();
    bundle.add_function("PLURAL", move |args, named| function(args, &own, |value| plural(value, named)))?;
    let own = formats.clone();
    bundle.add_function("EXACT", move |args, _| function(args, &own, exact))
}

/// Calls a function on its first argument; what it cannot handle passes through unchanged.
fn function(
    args: &[FluentValue<'_>],
    own: &Arc<Formats>,
    call: impl FnOnce(&Localized) -> Option<FluentValue<'static>>,
) -> FluentValue<'static> {
    let Some(value) = args.first() else { return FluentValue::Error };
    let written_in_message;
    let localized = match value {
        FluentValue::Custom(custom) => (**custom).as_any().downcast_ref::<Localized>(),
        FluentValue::Number(number) => match number.as_string().parse() {
            Ok(number) => {
                written_in_message = Localized { content: Content::Number(number), formats: own.clone() };
                Some(&written_in_message)
            }
            Err(_) => None,
        },
        _ => None,
    };
    localized.and_then(call).unwrap_or_else(|| value.into_owned())
}

/// `NUMBER($n, minimumFractionDigits: 2, maximumFractionDigits: 2, style: "percent", notation: "compact")`
fn number(value: &Localized, named: &FluentArgs<'_>) -> Option<FluentValue<'static>> {
    let Content::Number(number) = &value.content else { return None };
    let number = number.clone();
    let percent = option(named, "style") == Some("percent");
    let fraction = fraction(named, if percent { 0 } else { 3 });
    let text = match option(named, "notation") {
        Some("compact") => value.formats.compact(number, Width::Short),
        _ if percent => value.formats.percent_with(number, fraction),
        _ => value.formats.number_with(number, fraction),
    };
    Some(text.into())
}

fn fraction(named: &FluentArgs<'_>, usual_max: u8) -> Fraction {
    let digits = |name| match named.iter().find(|(given, _)| *given == name) {
        Some((_, FluentValue::Number(number))) => number.as_string().parse::<u8>().ok(),
        _ => None,
    };
    let min = digits("minimumFractionDigits").unwrap_or(0);
    Fraction::between(min, digits("maximumFractionDigits").unwrap_or(usual_max))
}

/// `DATETIME($at, dateStyle: "long", timeStyle: "short")`; one of the two alone leaves the other off.
fn datetime(value: &Localized, named: &FluentArgs<'_>) -> Option<FluentValue<'static>> {
    let (Content::Date(at) | Content::DateTime(at)) = value.content else { return None };
    let wanted = |name| option(named, name).and_then(style);
    let formats = &value.formats;
    let text = match (wanted("dateStyle"), wanted("timeStyle")) {
        (Some(date), None) => formats.date(at, date),
        (None, Some(time)) => formats.time(at, time),
        (Some(date), Some(time)) => formats.datetime_with(at, date, time),
        (None, None) => value.text(),
    };
    Some(text.into())
}

fn plural(value: &Localized, named: &FluentArgs<'_>) -> Option<FluentValue<'static>> {
    let Content::Number(number) = &value.content else { return None };
    let category = match option(named, "type") {
        Some("ordinal") => value.formats.ordinal_plural(number.clone()),
        _ => value.formats.plural(number.clone()),
    };
    Some(category.as_str().into())
}

fn exact(value: &Localized) -> Option<FluentValue<'static>> {
    let Content::Number(number) = &value.content else { return None };
    number.nearest_f64().map(FluentValue::from)
}

fn option<'a>(named: &'a FluentArgs<'_>, name: &str) -> Option<&'a str> {
    match named.iter().find(|(given, _)| *given == name) {
        Some((_, FluentValue::String(text))) => Some(text),
        _ => None,
    }
}
