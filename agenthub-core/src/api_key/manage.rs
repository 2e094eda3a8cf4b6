//! Managing an organization's API keys.
use crate::session::Session;
/// An organization's API keys; see [`Session::api_keys`].
#[derive(Debug)]
pub struct ApiKeys<'s>(&'s Session);
impl<'s> ApiKeys<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }
}
