//! Messages, dates, numbers and direction in ten languages.
//!
//! ```
//! use agenthub_i18n::{Localizer, Style, args, format_date, format_number};
//! use chrono::NaiveDate;
//!
//! let localizer = Localizer::embedded().plain();
//! let text = localizer.translate("user.welcome", "es", args! { name: "John" });
//! assert_eq!(text, "¡Te damos la bienvenida, John!");
//!
//! let date = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
//! assert_eq!(format_date(date, "fr", Style::Long), "20 novembre 2026");
//! assert_eq!(format_number(1234.56, "de"), "1.234,56");
//! ```
//!
//! | for | see |
//! |---|---|
//! | messages, fallback, overrides, reloading | [`Localizer`] |
//! | messages that the compiler checks | [`messages`], [`Localizer::say`] |
//! | numbers, dates, lists, names | [`format_number`], [`format_date`], … and [`Formats`] |
//! | which language suits a reader | [`Preferences`], [`AcceptLanguage`] |
//! | what is known of a reader | [`Locale`]; a tag alone is a [`Language`] |
//!
//! The messages of errors (`error.agent.not_found` for the code `agent.not_found`) count with some of their
//! arguments, such as seconds and bytes. Pass those as numbers, and all others, such as versions and ids, as
//! text: [`Key::arguments`] tells which is which.
//!
//! Whatever takes a language takes a tag as text, a [`Language`] or a [`Locale`]. Messages are Fluent files,
//! formats are CLDR's by ICU4X. Nothing here does I/O but the reading of directories one asks for, and all
//! of it is `Send` and `Sync`.

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
pub use error::{Error, Fault, Reason};
pub use formats::*;
pub use language::{Digits, Language};
pub use locale::Locale;
pub use localizer::{Argument, Key, Localizer, LocalizerBuilder, Miss, Override, Translation, translate};
pub use message::{Message, messages};
pub use negotiation::{AcceptLanguage, Preferences, Wish};
pub use number::Number;
