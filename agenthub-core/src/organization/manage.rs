//! Managing an organization, its members and invitations.
use crate::session::Session;
/// An organization's members; see [`Session::members`].
#[derive(Debug)]
pub struct Members<'s>(&'s Session);
impl<'s> Members<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }
}
/// An organization's invitations; see [`Session::invitations`].
#[derive(Debug)]
pub struct Invitations<'s>(&'s Session);
impl<'s> Invitations<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }
}
/// The organization itself; see [`Session::organization`].
#[derive(Debug)]
pub struct OrganizationDesk<'s>(&'s Session);
impl<'s> OrganizationDesk<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }
}
