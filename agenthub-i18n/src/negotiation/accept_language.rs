//! The `Accept-Language` header (RFC 9110, section 12.5.4).

use super::speaks;
use crate::Language;

/// Bytes of the header that are read, and wishes that are kept: far more than any reader has.
const LONGEST: usize = 4096;
const MOST: usize = 32;

/// The wishes of an `Accept-Language` header, the strongest first.
///
/// Reading never fails: a malformed part is passed over, and of a header without end only the beginning
/// is looked at.
///
/// ```
/// use agenthub_i18n::AcceptLanguage;
///
/// let wishes = AcceptLanguage::parse("de;q=0.5, ;;, fr-CA, *;q=0.1, xx;q=banana, es;q=0");
/// let tags: Vec<_> = wishes.iter().map(|wish| wish.tag()).collect();
/// assert_eq!(tags, ["fr-CA", "de", "*", "es"]);
/// assert!(!wishes.accepts(&"es".parse()?));
/// # Ok::<(), agenthub_i18n::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AcceptLanguage(Vec<Wish>);

/// One part of the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// `None` is `*`: any language that the header does not name.
    language: Option<Language>,
    /// The weight in thousandths; 0 means: not this one.
    weight: u16,
}

impl Wish {
    /// The language, or `None` for `*`.
    #[must_use]
    pub fn language(&self) -> Option<&Language> {
        self.language.as_ref()
    }

    /// The tag, or `*`.
    #[must_use]
    pub fn tag(&self) -> &str {
        self.language.as_ref().map_or("*", Language::as_str)
    }

    /// The weight in thousandths, 0 to 1000; 0 means that the language is not wanted.
    #[must_use]
    pub fn weight(&self) -> u16 {
        self.weight
    }

    fn parse(part: &str) -> Option<Self> {
        let mut fields = part.split(';').map(str::trim);
        let language = match fields.next()? {
            "*" => None,
            tag => Some(tag.parse().ok()?),
        };
        let mut weight = 1000;
        for field in fields {
            let (name, value) = field.split_once('=')?;
            if name.trim().eq_ignore_ascii_case("q") {
                weight = thousandths(value.trim())?;
            }
        }
        Some(Self { language, weight })
    }
}

/// Reads `0`, `0.25`, `1.000`: a weight has at most three decimals and does not exceed one.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let decimals: u16 = format!("{decimals:0<3}").parse().ok()?;
    match (whole, decimals) {
        ("0", _) => Some(decimals),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

impl AcceptLanguage {
    /// Reads a header; parts that are malformed are passed over.
    #[must_use]
    pub fn parse(header: &str) -> Self {
        let end = header.floor_char_boundary(LONGEST);
        // The last part of a header that was cut may be half a tag.
        let read =
            if end < header.len() { header[..end].rsplit_once(',').map_or("", |cut| cut.0) } else { header };
        let mut wishes: Vec<Wish> =
            read.split(',').filter_map(|part| Wish::parse(part.trim())).take(MOST).collect();
        wishes.sort_by_key(|wish| std::cmp::Reverse(wish.weight));
        Self(wishes)
    }

    /// The wishes, the strongest first; of equal ones the first in the header.
    pub fn iter(&self) -> impl Iterator<Item = &Wish> {
        self.0.iter()
    }

    /// Whether a language is acceptable: named, or covered by `*`, and not refused with `q=0`.
    #[must_use]
    pub fn accepts(&self, language: &Language) -> bool {
        let naming =
            self.0.iter().filter(|wish| wish.language().is_some_and(|named| covers(named, language)));
        // `es-MX;q=0, es` refuses Mexican Spanish alone: the closer name decides.
        let named = naming.max_by_key(|wish| wish.tag().len());
        let any = || self.0.iter().find(|wish| wish.language.is_none());
        named.or_else(any).is_some_and(|wish| wish.weight > 0)
    }

    /// The strongest wish that one of `available` speaks; `*` stands for the first of them not refused.
    #[must_use]
    pub fn choose(&self, available: &[Language]) -> Option<Language> {
        self.0.iter().filter(|wish| wish.weight > 0).find_map(|wish| match wish.language() {
            Some(named) => speaks(available, named).then(|| named.clone()),
            None => available.iter().find(|there| self.accepts(there)).cloned(),
        })
    }
}

/// Whether a range such as `de` covers a language such as `de-CH`.
fn covers(range: &Language, language: &Language) -> bool {
    let rest = language.as_str().strip_prefix(range.as_str());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
