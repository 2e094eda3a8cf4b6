//! The tables, and the indexes that find rows across organizations.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet, Vector};

use super::audit_index::Index;
use super::conflict;
use super::message_overrides::Place;
use crate::agent::{Agent, AgentId, AgentVersion};
use crate::api_key::{ApiKey, ApiKeyId};
use crate::audit::export::{AuditExport, AuditExportId};
use crate::audit::forwarding::Lease;
use crate::audit::retention::RetentionPolicy;
use crate::audit::tree::{TilePlace, TreeHash};
use crate::audit::view::{AuditView, AuditViewId};
use crate::audit::{Entry, EntryId, SignedHead};
use crate::error::Result;
use crate::exchange_rate::{ExchangeRate, ExchangeRateId};
use crate::idempotency::Reservation;
use crate::interaction::{Interaction, InteractionId};
use crate::legal_hold::{LegalHold, LegalHoldId};
use crate::message_override::MessageOverride;
use crate::organization::{Invitation, InvitationId, Member, Organization, OrganizationId};
use crate::store::{
    Overview, ReadAttempts, ReadAuditForwarding, ReadAuditRetentions, ReadAuditTrees, ReadDueAuditExports,
    ReadLogins, ReadOrganizations, ReadUsers, Revision,
};
use crate::subject_key::{SubjectId, SubjectKey, SubjectKeyId};
use crate::user::{FailedAttempts, Login, LoginId, User, UserId};

/// All rows. A clone is cheap, and stays as it is while the original changes.
#[derive(Clone, Default)]
pub(super) struct Tables {
    pub(super) tenants: OrdMap<OrganizationId, Arc<Tenant>>,
    pub(super) users: OrdMap<UserId, Arc<User>>,
    pub(super) logins: OrdMap<LoginId, Arc<Login>>,
    pub(super) attempts: OrdMap<[u8; 32], FailedAttempts>,
    /// How far each target has come in each log.
    pub(super) forwarded: OrdMap<(String, OrganizationId), u64>,
    /// Who forwards to each target.
    pub(super) forwarders: OrdMap<String, Lease>,
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
    /// To which revision each change of an agent belongs.
    pub(super) changed_agents: OrdSet<(Revision, AgentId)>,
    pub(super) api_keys: OrdMap<ApiKeyId, Arc<ApiKey>>,
    pub(super) exchange_rates: OrdMap<ExchangeRateId, Arc<ExchangeRate>>,
    pub(super) invitations: OrdMap<InvitationId, Arc<Invitation>>,
    pub(super) legal_holds: OrdMap<LegalHoldId, Arc<LegalHold>>,
    pub(super) members: OrdMap<UserId, Member>,
    pub(super) reservations: OrdMap<[u8; 32], Arc<Reservation>>,
    pub(super) message_overrides: OrdMap<Place, Arc<MessageOverride>>,
    pub(super) subject_keys: OrdMap<SubjectKeyId, Arc<SubjectKey>>,
    pub(super) keys_by_subject: OrdSet<(SubjectId, SubjectKeyId)>,
    pub(super) interactions: OrdMap<InteractionId, Arc<Interaction>>,
    /// How many entries have left the audit log; those that are there have sequence numbers from this on.
    pub(super) audit_start: u64,
    pub(super) audit: Vector<Arc<Entry>>,
    pub(super) sequences: OrdMap<EntryId, u64>,
    pub(super) audit_exports: OrdMap<AuditExportId, Arc<AuditExport>>,
    pub(super) audit_index: Index,
    pub(super) audit_retention: Option<RetentionPolicy>,
    pub(super) audit_views: OrdMap<AuditViewId, Arc<AuditView>>,
    pub(super) tree_size: u64,
    pub(super) tiles: OrdMap<TilePlace, Arc<[TreeHash]>>,
    /// By size.
    pub(super) heads: OrdMap<u64, Arc<SignedHead>>,
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

impl Overview for Tables {
    fn organizations(&mut self) -> &mut dyn ReadOrganizations {
        self
    }
    fn users(&mut self) -> &mut dyn ReadUsers {
        self
    }
    fn logins(&mut self) -> &mut dyn ReadLogins {
        self
    }
    fn attempts(&mut self) -> &mut dyn ReadAttempts {
        self
    }
    fn audit_retentions(&mut self) -> &mut dyn ReadAuditRetentions {
        self
    }
    fn audit_exports(&mut self) -> &mut dyn ReadDueAuditExports {
        self
    }
    fn audit_forwarding(&mut self) -> &mut dyn ReadAuditForwarding {
        self
    }
    fn audit_trees(&mut self) -> &mut dyn ReadAuditTrees {
        self
    }
}

impl Tenant {
    pub(super) fn new(organization: Organization) -> Self {
        Self {
            organization,
            revision: Revision::default(),
            agents: OrdMap::new(),
            versions: OrdMap::new(),
            changed_agents: OrdSet::new(),
            api_keys: OrdMap::new(),
            exchange_rates: OrdMap::new(),
            invitations: OrdMap::new(),
            legal_holds: OrdMap::new(),
            members: OrdMap::new(),
            reservations: OrdMap::new(),
            message_overrides: OrdMap::new(),
            subject_keys: OrdMap::new(),
            keys_by_subject: OrdSet::new(),
            interactions: OrdMap::new(),
            audit_start: 0,
            audit: Vector::new(),
            sequences: OrdMap::new(),
            audit_exports: OrdMap::new(),
            audit_index: Index::default(),
            audit_retention: None,
            audit_views: OrdMap::new(),
            tree_size: 0,
            tiles: OrdMap::new(),
            heads: OrdMap::new(),
        }
    }
}
