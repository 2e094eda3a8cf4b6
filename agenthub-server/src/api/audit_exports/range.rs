//! Which part of a file a request wants (RFC 9110 §14).

use std::ops::Range;

use http::{HeaderMap, header};

/// What a request wants of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// All of it.
    Whole,
    /// A part of it.
    Part(Range<u64>),
    /// Bytes that it does not have.
    Nothing,
    /// Nothing, as the client has it already.
    Same,
}

impl Wanted {
    /// Reads the headers. Several ranges at once, and what is no range of bytes, are passed over, as §14.2 allows.
    pub(super) fn read(headers: &HeaderMap, length: u64, etag: &str) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        if text(header::IF_NONE_MATCH).is_some_and(|tags| names(tags, etag)) {
            return Self::Same;
        }
        // Only a strong tag tells that the bytes are the same; a date never does here.
        if text(header::IF_RANGE).is_some_and(|tag| tag.trim() != etag) {
            return Self::Whole;
        }
        let Some(asked) = text(header::RANGE).and_then(range) else { return Self::Whole };
        let part = match asked {
            (Some(first), last) => first..last.map_or(length, |last| last.saturating_add(1)).min(length),
            (None, last) => length.saturating_sub(last.unwrap_or_default())..length,
        };
        if part.is_empty() { Self::Nothing } else { Self::Part(part) }
    }
}

/// Does a list of tags name this one? Weak tags count as well here (§13.1.2).
fn names(tags: &str, etag: &str) -> bool {
    let mut tags = tags.split(',').map(str::trim);
    tags.any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

/// The first and the last byte of a single range; without a first one, how many of the last.
fn range(text: &str) -> Option<(Option<u64>, Option<u64>)> {
    let (unit, range) = text.split_once('=')?;
    let (first, last) = range.trim().split_once('-')?;
    let number = |text: &str| match text.trim() {
        "" => Some(None),
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(Some(digits.parse().unwrap_or(u64::MAX)))
        }
        _ => None,
    };
    let range = (number(first)?, number(last)?);
    let is_one = match range {
        (None, None) => false,
        (Some(first), Some(last)) => first <= last,
        _ => true,
    };
    (unit.trim().eq_ignore_ascii_case("bytes") && is_one).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ETAG: &str = "\"abc\"";

    fn read(said: &[(header::HeaderName, &str)]) -> Wanted {
        let headers = said.iter().map(|(name, value)| (name.clone(), value.parse().unwrap()));
        Wanted::read(&headers.collect(), 100, ETAG)
    }

    #[test]
    fn a_range_is_cut_to_what_there_is() {
        let ranges = [
            ("bytes=0-0", Wanted::Part(0..1)),
            ("bytes=10-", Wanted::Part(10..100)),
            ("Bytes = 10 - 19", Wanted::Part(10..20)),
            ("bytes=90-1000", Wanted::Part(90..100)),
            ("bytes=-1", Wanted::Part(99..100)),
            ("bytes=-1000", Wanted::Part(0..100)),
            ("bytes=-99999999999999999999999", Wanted::Part(0..100)),
            ("bytes=99-99999999999999999999999", Wanted::Part(99..100)),
            ("bytes=100-", Wanted::Nothing),
            ("bytes=-0", Wanted::Nothing),
        ];
        for (text, expected) in ranges {
            assert_eq!(read(&[(header::RANGE, text)]), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_range_of_bytes_is_passed_over() {
        for text in
            ["bytes=", "bytes=-", "bytes=5-4", "bytes=a-b", "bytes=+1-2", "lines=0-1", "0-1", "bytes=0-1,3-4"]
        {
            assert_eq!(read(&[(header::RANGE, text)]), Wanted::Whole, "{text}");
        }
        assert_eq!(read(&[]), Wanted::Whole);
    }

    #[test]
    fn a_part_is_given_only_of_the_file_that_the_client_knows() {
        let asked = (header::RANGE, "bytes=0-9");
        for (tag, expected) in [
            (ETAG, Wanted::Part(0..10)),
            ("\"other\"", Wanted::Whole),
            ("W/\"abc\"", Wanted::Whole),
            ("Fri, 20 Nov 2026 12:00:00 GMT", Wanted::Whole),
        ] {
            assert_eq!(read(&[asked.clone(), (header::IF_RANGE, tag)]), expected, "{tag}");
        }
        for (tags, expected) in [
            (ETAG, Wanted::Same),
            ("\"x\", W/\"abc\"", Wanted::Same),
            ("*", Wanted::Same),
            ("\"x\"", Wanted::Part(0..10)),
        ] {
            assert_eq!(read(&[asked.clone(), (header::IF_NONE_MATCH, tags)]), expected, "{tags}");
        }
    }
}
