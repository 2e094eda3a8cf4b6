//! Lists of words in one text column, in a form in which one word can be looked for: `,"gdpr","pci"`.
//!
//! Each word is written as JSON. A quote inside a word has a backslash before it, so `,"` stands only where a word
//! begins, and `,"gdpr"` is there just when the word is.

use agenthub_core::Result;

use crate::convert::{json, to_json};

/// The column's text.
pub(crate) fn join<'w>(words: impl IntoIterator<Item = &'w str>) -> Result<String> {
    words.into_iter().map(pattern).collect()
}

/// The words of the column's text.
pub(crate) fn split(column: &'static str, text: &str) -> Result<Vec<String>> {
    json(column, &format!("[{}]", text.strip_prefix(',').unwrap_or(text)))
}

/// What is in the column's text where this word is.
pub(crate) fn pattern(word: &str) -> Result<String> {
    Ok(format!(",{}", to_json(word)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_only_where_it_stands() -> Result<()> {
        for words in [vec!["gdpr", "pci"], vec!["a,\"gdpr"], vec!["gdpr\\", "x\"gdpr\""], vec![], vec![""]] {
            let text = join(words.iter().copied())?;
            assert_eq!(split("tags", &text)?, words);
            for word in ["gdpr", "pci", "", "a", "x\"gdpr\"", "gdpr\\"] {
                assert_eq!(text.contains(&pattern(word)?), words.contains(&word), "{word} in {text}");
            }
        }
        Ok(())
    }
}
