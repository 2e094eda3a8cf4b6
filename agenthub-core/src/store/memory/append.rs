//! Adding finished calls, and records to the audit log.

use std::collections::HashSet;
use std::sync::Arc;

use super::tables::{Tables, Tenant};
use super::{conflict, require};
use crate::audit::{Entry, Record};
use crate::error::Result;
use crate::store::FinishedCall;

impl Tables {
    /// Adds all calls or none: each is checked before the first is added.
    pub(super) fn append(&mut self, calls: &[FinishedCall]) -> Result<()> {
        self.check(calls)?;
        for call in calls {
            self.tenant_mut(call.organization_id)?.add_call(call)?;
        }
        Ok(())
    }

    fn check(&self, calls: &[FinishedCall]) -> Result<()> {
        let mut interactions = HashSet::with_capacity(calls.len());
        let mut records = HashSet::with_capacity(calls.len());
        for call in calls {
            let tenant = self.tenant(call.organization_id).ok_or_else(conflict)?;
            require(tenant.agents.contains_key(&call.interaction.agent_id))?;
            require(!tenant.interactions.contains_key(&call.interaction.id))?;
            require(!tenant.sequences.contains_key(&call.record.id))?;
            require(interactions.insert((call.organization_id, call.interaction.id)))?;
            require(records.insert((call.organization_id, call.record.id)))?;
        }
        Ok(())
    }
}

impl Tenant {
    fn add_call(&mut self, call: &FinishedCall) -> Result<()> {
        self.interactions.insert(call.interaction.id, Arc::new(call.interaction.clone()));
        self.place(call.record.clone())?;
        Ok(())
    }

    /// Adds a record at the end of the audit log.
    pub(super) fn record(&mut self, record: Record) -> Result<Entry> {
        Ok(self.place(record)?.as_ref().clone())
    }

    fn place(&mut self, record: Record) -> Result<Arc<Entry>> {
        let sequence = self.audit_extent().end;
        require(self.sequences.insert(record.id, sequence).is_none())?;
        let entry = Arc::new(Entry::new(self.organization.id, sequence, record));
        self.audit.push_back(Arc::clone(&entry));
        Ok(entry)
    }
}
