//! Messages, dates, numbers and direction in ten languages.

mod args;
mod cache;
mod catalog;
mod direction;
mod error;
mod formats;
mod language;
mod locale;
mod localizer;
mod message;
mod negotiation;
mod number;
mod pseudo;

pub use args::{Args, Value};
pub use catalog::{Embedded, Finding, Kind, languages};
pub use direction::{Direction, direction};
pub use error::{Error, Fault};
pub use formats::*;
pub use language::{Digits, Language};
pub use locale::Locale;
pub use localizer::{Argument, Key, Localizer, LocalizerBuilder, Miss, Override, Translation, translate};
pub use message::{Message, messages};
pub use negotiation::{AcceptLanguage, Preferences, Wish};
pub use number::Number;
