//! Who calls, and what that allows.

mod policy;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use policy::POLICY;

use crate::audit::{Actor, Request};
use crate::error::{Code, Error, Result};
use crate::id::Id;
use crate::localization::Localization;
use crate::organization::Organization;

/// One thing that a caller may be allowed to do, written `agents:invoke`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[repr(u8)]
pub enum Permission {
    /// See the organization's own data.
    OrganizationRead,
    /// Change the organization's own data.
    OrganizationManage,
    /// See who is a member.
    MembersRead,
    /// Invite, change and remove members.
    MembersManage,
    /// See API keys (never the keys themselves).
    ApiKeysRead,
    /// Make and revoke API keys.
    ApiKeysManage,
    /// See agents and their versions.
    AgentsRead,
    /// Create and change agents.
    AgentsWrite,
    /// Delete and restore agents.
    AgentsDelete,
    /// Invoke agents.
    AgentsInvoke,
    /// See interactions and statistics.
    InteractionsRead,
    /// Log interactions that happened elsewhere.
    InteractionsWrite,
    /// See the audit log.
    AuditRead,
    /// Add records to the audit log.
    AuditWrite,
    /// See personal data in the audit log.
    AuditReadPersonal,
    /// Erase personal data from the audit log, say how long it is kept, place and lift legal holds.
    AuditManage,
    /// Take files of the audit log away.
    AuditExport,
    /// See currencies and exchange rates; write, read and convert amounts.
    ExchangeRatesRead,
    /// Set and import exchange rates.
    ExchangeRatesManage,
    /// See languages and messages, and have texts, numbers and times said in a language.
    LocalizationRead,
    /// Say messages in words of the organization's own.
    LocalizationManage,
}

impl Permission {
    /// Every permission, in the order of the policy table.
    pub fn all() -> impl Iterator<Item = Self> {
        POLICY.iter().map(|row| row.permission)
    }

    /// The name, as scopes and documents write it.
    pub fn as_str(self) -> &'static str {
        policy::row(self).name
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Permission {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        Self::all()
            .find(|permission| permission.as_str() == name)
            .ok_or_else(|| format!("no permission is called {name:?}"))
    }
}

impl TryFrom<String> for Permission {
    type Error = String;
    fn try_from(name: String) -> Result<Self, String> {
        name.parse()
    }
}

impl From<Permission> for String {
    fn from(permission: Permission) -> Self {
        permission.as_str().to_owned()
    }
}

/// What a member of an organization is there; see [`POLICY`] for what each may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Sees agents, interactions and exchange rates.
    Viewer,
    /// Sees everything that was done.
    Auditor,
    /// Builds agents and tries them.
    Developer,
    /// Runs agents, and mends them when they break.
    Operator,
    /// Manages people, keys and agents.
    Admin,
    /// May do everything, and cannot be removed by an admin.
    Owner,
}

impl Role {
    /// Every role, least first.
    pub const ALL: [Self; 6] =
        [Self::Viewer, Self::Auditor, Self::Developer, Self::Operator, Self::Admin, Self::Owner];

    /// What the role allows.
    pub fn permissions(self) -> Permissions {
        POLICY.iter().filter(|row| row.roles.contains(&self)).map(|row| row.permission).collect()
    }

    /// The name, as JSON writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Auditor => "auditor",
            Self::Developer => "developer",
            Self::Operator => "operator",
            Self::Admin => "admin",
            Self::Owner => "owner",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|role| role.as_str() == name)
            .ok_or_else(|| format!("no role is called {name:?}"))
    }
}

/// A set of permissions.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Permissions(u64);

impl Permissions {
    /// Every permission there is.
    pub fn all() -> Self {
        Permission::all().collect()
    }

    /// Is `permission` in the set?
    pub fn contains(self, permission: Permission) -> bool {
        self.0 & bit(permission) != 0
    }

    /// What is in both sets.
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The permissions in the set.
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        Permission::all().filter(move |permission| self.contains(*permission))
    }
}

fn bit(permission: Permission) -> u64 {
    1 << permission as u8
}

impl FromIterator<Permission> for Permissions {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        Self(permissions.into_iter().fold(0, |set, permission| set | bit(permission)))
    }
}

impl fmt::Debug for Permissions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Permission::as_str)).finish()
    }
}

/// Somebody who acts in one organization, with what that somebody may do there.
///
/// The program that makes a `Caller` vouches for it; the server makes one from a checked token or key.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Where the caller acts; rows of other organizations do not exist for it.
    pub organization: Id<Organization>,
    /// Who acts.
    pub actor: Actor,
    /// What is allowed.
    pub permissions: Permissions,
    /// The request that the caller came with, for the audit log.
    pub request: Request,
    /// How the caller is spoken to.
    pub localization: Localization,
}

impl Caller {
    /// A caller with what `role` allows.
    pub fn new(organization: Id<Organization>, actor: Actor, role: Role) -> Self {
        Self {
            organization,
            actor,
            permissions: role.permissions(),
            request: Request::default(),
            localization: Localization::default(),
        }
    }

    /// The embedding program itself, which may do everything in `organization`.
    pub fn system(organization: Id<Organization>) -> Self {
        Self::new(organization, Actor::System, Role::Owner)
    }

    /// The same caller, with only those of its permissions that are in `scopes`.
    pub fn limited_to(mut self, scopes: Permissions) -> Self {
        self.permissions = self.permissions.intersection(scopes);
        self
    }

    /// The same caller, coming with this request.
    pub fn with_request(mut self, request: Request) -> Self {
        self.request = request;
        self
    }

    /// Is this allowed?
    ///
    /// # Errors
    /// `auth.denied` naming the permission that is missing.
    pub fn allow(&self, permission: Permission) -> Result<()> {
        if self.permissions.contains(permission) {
            Ok(())
        } else {
            Err(Error::new(Code::DENIED).with("permission", permission))
        }
    }
}
