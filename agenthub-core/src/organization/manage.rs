//! Managing an organization, its members and invitations.

mod desk;
mod invitations;
mod members;

pub use desk::{OrganizationDesk, OrganizationUpdate};
pub use invitations::Invitations;
pub use members::Members;

use crate::access::{Permissions, Role};
use crate::audit::{Actor, Entity};
use crate::error::{Code, Error, Result};
use crate::session::Session;

/// Refuses a role above the caller's own, to give as to take.
///
/// Only owners have every permission, and so have superusers and the program itself. Whoever else may manage members
/// does so as an admin, and so does every key.
fn refuse_higher(session: &Session, role: Role) -> Result<()> {
    let caller = session.caller();
    let is_key = matches!(caller.actor, Actor::ApiKey(_));
    let own = if caller.permissions == Permissions::all() && !is_key { Role::Owner } else { Role::Admin };
    if role > own {
        let error = Error::new(Code::ROLE_TOO_HIGH).with("role", role);
        return Err(session.refuse_access(Entity::new("role", role), error));
    }
    Ok(())
}
