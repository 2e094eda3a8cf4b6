//! Organizations: the tenants. Everything but users belongs to exactly one.

pub(crate) mod manage;

use chrono::{DateTime, Utc};

pub use manage::{Invitations, Members, OrganizationDesk, OrganizationUpdate};
use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::id::Id;
use crate::localization::Preference;
use crate::user::{User, UserId};

/// The id of an organization.
pub type OrganizationId = Id<Organization>;

/// A tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// What it is called; 1 to 255 characters.
    pub name: String,
    /// The language and time zone of those who prefer nothing themselves.
    #[serde(flatten)]
    pub preference: Preference,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
}

/// A user's place in an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Member {
    /// Who.
    pub user_id: UserId,
    /// As what.
    pub role: Role,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// When the role was last changed.
    pub updated_at: DateTime<Utc>,
}

/// A member together with the user's public data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberProfile {
    /// The place in the organization.
    #[serde(flatten)]
    pub member: Member,
    /// The user's mail address.
    pub email: String,
    /// The user's name.
    pub full_name: Option<String>,
    /// The language and time zone that the user prefers.
    #[serde(flatten)]
    pub preference: Preference,
    /// Whether the user may sign in at all.
    pub is_active: bool,
}

impl MemberProfile {
    /// Puts the two together.
    pub fn new(member: Member, user: &User) -> Self {
        Self {
            member,
            email: user.email.clone(),
            full_name: user.full_name.clone(),
            preference: user.preference.clone(),
            is_active: user.is_active,
        }
    }
}

/// The id of an invitation.
pub type InvitationId = Id<Invitation>;

/// An offer to become a member, made to a mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The organization that invites.
    pub organization_id: OrganizationId,
    /// Who is invited.
    pub email: String,
    /// As what.
    pub role: Role,
    /// SHA-256 of the token that was handed out once.
    #[serde(skip)]
    pub token_hash: [u8; 32],
    /// Who invited.
    pub invited_by: Option<UserId>,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Until when it can be accepted.
    pub expires_at: DateTime<Utc>,
    /// When it was accepted.
    pub accepted_at: Option<DateTime<Utc>>,
}
