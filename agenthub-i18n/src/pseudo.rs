//! Languages that nobody speaks, to see in a user interface what is not translated, or does not fit.
//!
//! `en-XA` is English with accents, a third longer; `ar-XB` is English written from right to left.

use std::borrow::Cow;

type Transform = fn(&str) -> Cow<'_, str>;

pub(crate) const ACCENTED: &str = "en-XA";
pub(crate) const MIRRORED: &str = "ar-XB";

/// What makes a text of the reference language one of a pseudo language; `None` for real languages.
pub(crate) fn transform(tag: &str) -> Option<Transform> {
    match tag {
        ACCENTED => Some(accented),
        MIRRORED => Some(mirrored),
        _ => None,
    }
}

fn accented(text: &str) -> Cow<'_, str> {
    const PLAIN: &str = "AaCcDdEeGgIiKkLlNnOoRrSsTtUuYyZz";
    const WITH_ACCENT: &str = "ÅåÇçÐðÉéĜĝÎîĶķĻļÑñÖöŔŕŠšŢţÛûÝýŽž";
    let mut out = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let accented = PLAIN.chars().zip(WITH_ACCENT.chars()).find(|(plain, _)| *plain == letter);
        out.push(accented.map_or(letter, |(_, accented)| accented));
        // Other languages are longer than English: vowels are said twice.
        if "aeiou".contains(letter) {
            out.push(accented.map_or(letter, |(_, accented)| accented));
        }
    }
    out.into()
}

fn mirrored(text: &str) -> Cow<'_, str> {
    /// Right-to-left override, and its end.
    const MIRROR: char = '\u{202e}';
    const END: char = '\u{202c}';
    let mut out = String::with_capacity(text.len() * 2);
    for word in text.split_inclusive(char::is_whitespace) {
        let letters = word.trim_end();
        if letters.is_empty() {
            out.push_str(word);
            continue;
        }
        out.push(MIRROR);
        out.push_str(letters);
        out.push(END);
        out.push_str(&word[letters.len()..]);
    }
    out.into()
}
