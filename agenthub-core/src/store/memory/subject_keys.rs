//! Keys of subjects, in memory.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::require;
use super::scope::Scope;
use crate::error::Result;
use crate::store::{ReadSubjectKeys, SubjectKeys};
use crate::subject_key::{SubjectId, SubjectKey, SubjectKeyId};

#[async_trait]
impl ReadSubjectKeys for Scope {
    async fn get(&mut self, ids: &[SubjectKeyId]) -> Result<Vec<SubjectKey>> {
        let Some(tenant) = self.tenant() else { return Ok(Vec::new()) };
        Ok(ids.iter().filter_map(|id| tenant.subject_keys.get(id)).map(|key| key.as_ref().clone()).collect())
    }

    async fn list(&mut self, subject: SubjectId) -> Result<Vec<SubjectKey>> {
        let Some(tenant) = self.tenant() else { return Ok(Vec::new()) };
        let first = (subject, SubjectKeyId::from_uuid(Uuid::nil()));
        let theirs = tenant.keys_by_subject.range(first..).take_while(|(whose, _)| *whose == subject);
        Ok(theirs.filter_map(|(_, id)| tenant.subject_keys.get(id)).map(|key| key.as_ref().clone()).collect())
    }
}

#[async_trait]
impl SubjectKeys for Scope {
    async fn add(&mut self, key: &SubjectKey) -> Result<()> {
        let tenant = self.tenant_mut()?;
        tenant.keys_by_subject.insert((key.subject, key.id));
        require(tenant.subject_keys.insert(key.id, Arc::new(key.clone())).is_none())
    }

    async fn erase(&mut self, subject: SubjectId, at: DateTime<Utc>) -> Result<u64> {
        let live: Vec<_> = self.list(subject).await?.into_iter().filter(|it| it.wrapped.is_some()).collect();
        let count = live.len() as u64;
        for key in live {
            let erased = SubjectKey { wrapped: None, erased_at: Some(at), ..key };
            self.tenant_mut()?.subject_keys.insert(erased.id, Arc::new(erased));
        }
        Ok(count)
    }
}
