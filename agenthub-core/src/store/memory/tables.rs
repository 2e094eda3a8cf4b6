//! The tables, and the indexes that find rows across organizations.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet, Vector};

use super::audit_index::Index;
use super::conflict;
use crate::agent::{Agent, AgentId, AgentVersion};
use crate::api_key::{ApiKey, ApiKeyId};
use crate::audit::view::{AuditView, AuditViewId};
use crate::audit::{Entry, EntryId};
use crate::error::Result;
use crate::interaction::{Interaction, InteractionId};
use crate::organization::{Invitation, InvitationId, Member, Organization, OrganizationId};
use crate::store::Revision;
use crate::user::{FailedAttempts, Login, LoginId, User, UserId};

/// All rows. A clone is cheap, and stays as it is while the original changes.
#[derive(Clone, Default)]
pub(super) struct Tables {
    pub(super) tenants: OrdMap<OrganizationId, Arc<Tenant>>,
    pub(super) users: OrdMap<UserId, Arc<User>>,
    pub(super) logins: OrdMap<LoginId, Arc<Login>>,
    pub(super) attempts: OrdMap<[u8; 32], FailedAttempts>,
    pub(super) emails: OrdMap<String, UserId>,
    pub(super) memberships: OrdSet<(UserId, OrganizationId)>,
    pub(super) key_hashes: OrdMap<[u8; 32], (OrganizationId, ApiKeyId)>,
    pub(super) invitation_hashes: OrdMap<[u8; 32], (OrganizationId, InvitationId)>,
}

/// The rows of one organization.
#[derive(Clone)]
pub(super) struct Tenant {
    pub(super) organization: Organization,
    pub(super) revision: Revision,
    pub(super) agents: OrdMap<AgentId, Arc<Agent>>,
    pub(super) versions: OrdMap<(AgentId, u32), Arc<AgentVersion>>,
    pub(super) api_keys: OrdMap<ApiKeyId, Arc<ApiKey>>,
    pub(super) invitations: OrdMap<InvitationId, Arc<Invitation>>,
    pub(super) members: OrdMap<UserId, Member>,
    pub(super) interactions: OrdMap<InteractionId, Arc<Interaction>>,
    /// By sequence number.
    pub(super) audit: Vector<Arc<Entry>>,
    pub(super) sequences: OrdMap<EntryId, usize>,
    pub(super) audit_index: Index,
    pub(super) audit_views: OrdMap<AuditViewId, Arc<AuditView>>,
}

impl Tables {
    pub(super) fn tenant(&self, id: OrganizationId) -> Option<&Tenant> {
        self.tenants.get(&id).map(Arc::as_ref)
    }

    /// The organization's rows, for changing them.
    ///
    /// # Errors
    /// `store.conflict` where it does not exist.
    pub(super) fn tenant_mut(&mut self, id: OrganizationId) -> Result<&mut Tenant> {
        self.tenants.get_mut(&id).map(Arc::make_mut).ok_or_else(conflict)
    }
}

impl Tenant {
    pub(super) fn new(organization: Organization) -> Self {
        Self {
            organization,
            revision: Revision::default(),
            agents: OrdMap::new(),
            versions: OrdMap::new(),
            api_keys: OrdMap::new(),
            invitations: OrdMap::new(),
            members: OrdMap::new(),
            interactions: OrdMap::new(),
            audit: Vector::new(),
            sequences: OrdMap::new(),
            audit_index: Index::default(),
            audit_views: OrdMap::new(),
        }
    }
}
