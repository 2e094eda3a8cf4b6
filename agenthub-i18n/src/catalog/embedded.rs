//! The languages that are compiled in.
//!
//! Each stands alone, so that a program that names two of them carries two.

/// A language whose message files are compiled in. The constants of [`languages`](crate::languages) are all there are.
#[derive(Debug)]
pub struct Embedded {
    pub(crate) tag: &'static str,
    pub(crate) files: &'static [(&'static str, &'static str)],
}

impl Embedded {
    /// The language's tag.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.tag
    }
}

/// The languages of this crate, one constant each, and [`ALL`](languages::ALL) of them.
pub mod languages {
    use super::Embedded;

    include!(concat!(env!("OUT_DIR"), "/languages.rs"));
}
