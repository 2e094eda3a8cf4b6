//! Sealing what is personal in a record that is about to be written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::Subjects;
use crate::audit::{Change, Record, Request};
use crate::error::Result;
use crate::hub::Inner;
use crate::organization::OrganizationId;
use crate::store::Rows;
use crate::subject_key::{DataKey, MasterKey, Place, SubjectId};
use crate::user::UserId;

/// Seals the requests in records of one caller's calls, which change nothing that is personal.
#[derive(Debug, Clone)]
pub(crate) struct Sealer {
    organization: OrganizationId,
    /// None where nothing is to be sealed.
    key: Option<Arc<DataKey>>,
}

impl Sealer {
    pub(crate) fn seal(&self, mut record: Record) -> Record {
        if let Some(key) = &self.key {
            seal_request(self.organization, key, &mut record);
        }
        record
    }
}

impl Inner {
    /// What seals the requests of a person; its key is in memory, but for the first time.
    pub(crate) async fn sealer(
        &self,
        organization: OrganizationId,
        requester: Option<UserId>,
        request: &Request,
    ) -> Result<Sealer> {
        let key = match (&self.master_key, requester) {
            (Some(master), Some(user)) if is_personal(request) => {
                Some(self.ready_key(master, organization, user.into()).await?)
            }
            _ => None,
        };
        Ok(Sealer { organization, key })
    }

    /// Seals what is personal in a record of a change, which `requester` asked for; keys that are missing are made in the
    /// change's own transaction.
    pub(crate) async fn seal_within(
        &self,
        rows: &mut dyn Rows,
        organization: OrganizationId,
        requester: Option<UserId>,
        mut record: Record,
    ) -> Result<Record> {
        let Some(master) = &self.master_key else { return Ok(record) };
        let requester = requester.filter(|_| is_personal(&record.request)).map(SubjectId::from);
        let mut keys = BTreeMap::new();
        for subject in subjects(master, organization, requester, &record) {
            keys.insert(subject, self.key_within(master, rows, organization, subject).await?);
        }
        if let Some(key) = requester.and_then(|subject| keys.get(&subject)) {
            seal_request(organization, key, &mut record);
        }
        seal_changes(master, organization, &keys, &mut record);
        Ok(record)
    }
}

/// Does the request say where a person is, and with what?
fn is_personal(request: &Request) -> bool {
    request.ip.is_some() || request.user_agent.is_some()
}

/// Everybody whom something in the record is about, in one order, so that two who make keys wait in a row.
fn subjects(
    master: &MasterKey,
    organization: OrganizationId,
    requester: Option<SubjectId>,
    record: &Record,
) -> BTreeSet<SubjectId> {
    let whose = Subjects::of(record, master, organization);
    let values = record.changes.0.iter().flat_map(|(field, Change { old, new })| {
        old.iter().chain(new).filter_map(|value| whose.of_value(field, value))
    });
    values.chain(requester).collect()
}

fn seal_request(organization: OrganizationId, key: &DataKey, record: &mut Record) {
    let place = |field| Place { organization, record: record.id, field };
    let Request { ip, user_agent, .. } = &mut record.request;
    for (text, field) in [(ip, "request.ip"), (user_agent, "request.user_agent")] {
        if let Some(text) = text {
            *text = key.seal(place(field), text.as_bytes());
        }
    }
}

fn seal_changes(
    master: &MasterKey,
    organization: OrganizationId,
    keys: &BTreeMap<SubjectId, DataKey>,
    record: &mut Record,
) {
    let whose = Subjects::of(record, master, organization);
    for (name, Change { old, new }) in &mut record.changes.0 {
        for (value, part) in [(old, "old"), (new, "new")] {
            let Some(value) = value else { continue };
            let Some(key) = whose.of_value(name, value).and_then(|subject| keys.get(&subject)) else {
                continue;
            };
            let field = format!("changes.{name}.{part}");
            let place = Place { organization, record: record.id, field: &field };
            *value = Value::String(key.seal(place, value.to_string().as_bytes()));
        }
    }
}
