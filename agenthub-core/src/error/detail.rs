//! What a message names: text as it is, or words of ours, which are said in the reader's language.

use std::borrow::Cow;
use std::fmt;

use super::Word;

/// Details by name, in the order in which they were added.
pub type Details = Vec<(&'static str, Detail)>;

/// What stands in the place of a name in a message.
///
/// `Display` says it in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// A name, a number, or what somebody else wrote: shown as it is.
    Text(String),
    /// Words of ours.
    Said(Phrase),
    /// Any one of these will do.
    Either(Vec<Detail>),
    /// All of these.
    All(Vec<Detail>),
}

/// A [`Word`] with what it names.
///
/// ```
/// use agenthub_core::error::Word;
///
/// let phrase = Word::MUST_BE.saying("expected", Word::UUID);
/// assert_eq!(phrase.to_string(), "it must be a UUID");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    word: Word,
    details: Details,
}

impl Phrase {
    /// Adds a detail that the word's message names, to be shown as it is.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.details.push((name, Detail::text(value)));
        self
    }

    /// Adds a detail that the word's message names, in words of ours.
    #[must_use]
    pub fn saying(mut self, name: &'static str, words: impl Into<Detail>) -> Self {
        self.details.push((name, words.into()));
        self
    }

    /// The word.
    pub fn word(&self) -> Word {
        self.word
    }

    /// What it names.
    pub fn details(&self) -> &[(&'static str, Detail)] {
        &self.details
    }
}

impl Word {
    /// The word with a first detail, to be shown as it is.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl fmt::Display) -> Phrase {
        Phrase::from(self).with(name, value)
    }

    /// The word with a first detail in words of ours.
    #[must_use]
    pub fn saying(self, name: &'static str, words: impl Into<Detail>) -> Phrase {
        Phrase::from(self).saying(name, words)
    }
}

impl Detail {
    /// Text that is shown as it is.
    pub fn text(value: impl fmt::Display) -> Self {
        Self::Text(value.to_string())
    }

    /// Names that are shown as they are; the word for none where there are none.
    pub fn names<N: AsRef<str>>(names: &[N]) -> Self {
        if names.is_empty() {
            return Word::NONE.into();
        }
        Self::Text(names.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", "))
    }
}

impl From<Word> for Phrase {
    fn from(word: Word) -> Self {
        Self { word, details: Vec::new() }
    }
}

impl From<Word> for Detail {
    fn from(word: Word) -> Self {
        Self::Said(word.into())
    }
}

impl From<Phrase> for Detail {
    fn from(phrase: Phrase) -> Self {
        Self::Said(phrase)
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&interpolate(self.word.template(), &self.details))
    }
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (items, between) = match self {
            Self::Text(text) => return f.write_str(text),
            Self::Said(phrase) => return phrase.fmt(f),
            Self::Either(items) => (items, " or "),
            Self::All(items) => (items, ", "),
        };
        for (i, item) in items.iter().enumerate() {
            write!(f, "{}{item}", if i == 0 { "" } else { between })?;
        }
        Ok(())
    }
}

/// Puts details into the `{name}` places of a template.
pub(super) fn interpolate(template: &'static str, details: &[(&'static str, Detail)]) -> Cow<'static, str> {
    if details.is_empty() {
        return Cow::Borrowed(template);
    }
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, place)) = rest.split_once('{') {
        let (name, after) = place.split_once('}').unwrap_or((place, ""));
        text.push_str(before);
        match details.iter().rev().find(|(given, _)| *given == name) {
            Some((_, detail)) => text.push_str(&detail.to_string()),
            None => text.extend(["{", name, "}"]),
        }
        rest = after;
    }
    text.push_str(rest);
    Cow::Owned(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_said_without_any_messages() {
        let types = Detail::Either(vec![Word::TEXT.into(), Word::WHOLE_NUMBER.into()]);
        assert_eq!(types.to_string(), "text or a whole number");
        assert_eq!(Detail::names::<&str>(&[]).to_string(), "none");
        assert_eq!(Detail::names(&["a", "b"]).to_string(), "a, b");
    }

    #[test]
    fn what_stands_in_braces_in_a_detail_is_only_text() {
        let phrase = Word::TABLE_NO_NUMBER.with("row", 1).with("column", "{cell}").with("cell", "{row}");
        assert_eq!(phrase.to_string(), "row 1, column {cell}: {row} is not a number");
    }
}
