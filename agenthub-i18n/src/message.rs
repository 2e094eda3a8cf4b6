//! Messages whose arguments the compiler checks.

use crate::Args;

/// A message with all its arguments, made by a function of [`messages`].
#[derive(Clone, Debug, PartialEq)]
pub struct Message<'a> {
    pub(crate) id: &'static str,
    pub(crate) attribute: Option<&'static str>,
    pub(crate) args: Args<'a>,
}

impl Message<'_> {
    /// The key, such as `user.welcome`.
    #[must_use]
    pub fn key(&self) -> String {
        self.id.replace('-', ".")
    }

    /// An attribute of the message instead of its text: `.attribute("title")`.
    #[must_use]
    pub fn attribute(self, name: &'static str) -> Self {
        Self { attribute: Some(name), ..self }
    }
}

/// One function for each message of this crate, with what the message needs for its arguments.
///
/// A message that is not there, or an argument that is forgotten, does not compile:
///
/// ```compile_fail
/// agenthub_i18n::messages::user_welcome(); // needs the name
/// ```
pub mod messages {
    use super::Message;

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}
