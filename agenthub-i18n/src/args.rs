//! The arguments of a message.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone};
use smallvec::SmallVec;

use crate::{Moment, Number, Style};

/// The value of an argument.
///
/// Numbers and times are written as the reader's language has them, texts as they are.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// Text, shown as it is.
    Text(Cow<'a, str>),
    /// A number; it also chooses the plural form.
    Number(Number),
    /// A date, shown in the medium style unless the message says otherwise.
    Date(Moment),
    /// A date with its time, shown in the medium style unless the message says otherwise.
    DateTime(Moment),
}

/// Arguments by name. The macro [`args!`](crate::args!) writes them most shortly.
///
/// ```
/// use agenthub_i18n::{Args, args};
///
/// let same = Args::new().with("name", "Ana").with("count", 3);
/// assert_eq!(args! { name: "Ana", count: 3 }, same);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Args<'a>(pub(crate) SmallVec<[(Cow<'a, str>, Value<'a>); 2]>);

impl<'a> Args<'a> {
    /// No arguments.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self(SmallVec::new())
    }

    /// Room for some arguments.
    #[must_use]
    #[inline]
    pub fn with_capacity(arguments: usize) -> Self {
        Self(SmallVec::with_capacity(arguments))
    }

    /// One argument more. A name given twice has the later value.
    #[must_use]
    #[inline]
    pub fn with(mut self, name: impl Into<Cow<'a, str>>, value: impl Into<Value<'a>>) -> Self {
        self.0.push((name.into(), value.into()));
        self
    }
}

impl<'a, K: Into<Cow<'a, str>>, V: Into<Value<'a>>> FromIterator<(K, V)> for Args<'a> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

/// Arguments of a message: `args! { name: "Ana", count: 3 }`.
#[macro_export]
macro_rules! args {
    () => { $crate::Args::new() };
    ($($name:ident : $value:expr),+ $(,)?) => {
        $crate::Args::with_capacity([$(stringify!($name)),+].len())$(.with(stringify!($name), $value))+
    };
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<Number> for Value<'_> {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<NaiveDate> for Value<'_> {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date.into())
    }
}

impl From<NaiveDateTime> for Value<'_> {
    fn from(at: NaiveDateTime) -> Self {
        Self::DateTime(at.into())
    }
}

impl<Z: TimeZone> From<DateTime<Z>> for Value<'_>
where
    Moment: From<DateTime<Z>>,
{
    fn from(at: DateTime<Z>) -> Self {
        Self::DateTime(at.into())
    }
}

impl From<Moment> for Value<'_> {
    fn from(at: Moment) -> Self {
        Self::DateTime(at)
    }
}

macro_rules! from_numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self::Number(number.into())
            }
        }
    )*};
}
from_numbers!(i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize, f64, rust_decimal::Decimal);

/// Reads the name of a style as messages write it.
pub(crate) fn style(name: &str) -> Option<Style> {
    match name {
        "short" => Some(Style::Short),
        "medium" => Some(Style::Medium),
        "long" => Some(Style::Long),
        "full" => Some(Style::Full),
        _ => None,
    }
}
