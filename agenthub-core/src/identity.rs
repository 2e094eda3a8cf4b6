//! Identity.
pub(crate) mod password;
use crate::hub::Hub;
/// Registration, sign-in, and what else happens before there is a caller; see [`Hub::identity`].
#[derive(Debug)]
pub struct Identity<'h>(&'h Hub);
impl<'h> Identity<'h> {
    pub(crate) fn new(hub: &'h Hub) -> Self {
        Self(hub)
    }
}
