//! Opening what is sealed, for those who may see it.

mod fields;

pub(crate) use fields::Opened;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use serde_json::Value;

use crate::access::Permission;
use crate::audit::{Change, Entry, EntryId, Request};
use crate::error::Result;
use crate::organization::OrganizationId;
use crate::session::Session;
use crate::store::View;
use crate::subject_key::{DataKey, MasterKey, Place, SubjectKeyId, is_sealed, key_of};

/// Stands in the place of what the reader may not see.
pub const WITHHELD: &str = "[withheld]";
/// Stands in the place of what was erased.
pub const ERASED: &str = "[erased]";
/// Stands in the place of what no key opens: it, or its key, was changed, or was sealed under another master key.
pub const UNREADABLE: &str = "[unreadable]";

/// How somebody sees what is sealed in records. It remembers the keys that it used.
#[derive(Debug)]
pub(crate) struct Lens(Sight);

#[derive(Debug)]
enum Sight {
    /// As it is kept.
    Kept,
    /// Not at all.
    Withheld,
    /// Opened.
    Open { master: Arc<MasterKey>, organization: OrganizationId, keys: HashMap<SubjectKeyId, Found> },
}

/// What stands behind the id of a key.
#[derive(Debug)]
enum Found {
    Key(DataKey),
    Erased,
    Nothing,
}

impl Lens {
    /// Shows everything as it is kept, as its hash has it.
    pub(crate) fn none() -> Self {
        Self(Sight::Kept)
    }

    /// Shows nothing of what is sealed.
    pub(crate) fn withheld() -> Self {
        Self(Sight::Withheld)
    }

    /// Shows what a caller may see. Without a master key nothing is sealed, and what was sealed before stays so.
    pub(crate) fn of(session: &Session) -> Self {
        let master = session.hub().inner().master_key.as_ref();
        if master.is_some() && session.caller().allow(Permission::AuditReadPersonal).is_err() {
            return Self::withheld();
        }
        Self::open(master, session.organization_id())
    }

    /// Shows everything opened. Without a master key, what was sealed before stays so.
    pub(crate) fn open(master: Option<&Arc<MasterKey>>, organization: OrganizationId) -> Self {
        let Some(master) = master else { return Self::none() };
        Self(Sight::Open { master: Arc::clone(master), organization, keys: HashMap::new() })
    }

    /// Shows records whole.
    pub(crate) async fn show(&mut self, view: &mut dyn View, entries: &mut [Entry]) -> Result<()> {
        self.show_changes(view, entries).await?;
        self.show_requests(view, entries).await
    }

    /// Shows what changed. A search looks at that, and so asks for it before it knows which records it wants.
    pub(crate) async fn show_changes(&mut self, view: &mut dyn View, entries: &mut [Entry]) -> Result<()> {
        self.learn(view, entries.iter().flat_map(sealed_changes)).await?;
        for entry in entries {
            for (name, Change { old, new }) in &mut entry.record.changes.0 {
                for (value, part) in [(old, "old"), (new, "new")] {
                    if let Some(Value::String(text)) = value
                        && is_sealed(text)
                        && let Some(shown) =
                            self.value(entry.record.id, &format!("changes.{name}.{part}"), text)
                    {
                        *value = Some(shown);
                    }
                }
            }
        }
        Ok(())
    }

    /// Shows where requests came from.
    pub(crate) async fn show_requests(&mut self, view: &mut dyn View, entries: &mut [Entry]) -> Result<()> {
        self.learn(view, entries.iter().flat_map(sealed_requests)).await?;
        for entry in entries {
            let Request { ip, user_agent, .. } = &mut entry.record.request;
            for (text, field) in [(ip, "request.ip"), (user_agent, "request.user_agent")] {
                if let Some(text) = text
                    && is_sealed(text)
                    && let Some(shown) = self.text(entry.record.id, field, text)
                {
                    *text = shown;
                }
            }
        }
        Ok(())
    }

    /// Reads the keys of sealed values that are not known yet.
    async fn learn(&mut self, view: &mut dyn View, sealed: impl Iterator<Item = &str>) -> Result<()> {
        let Sight::Open { master, organization, keys } = &mut self.0 else { return Ok(()) };
        let wanted: BTreeSet<_> = sealed.filter_map(key_of).filter(|id| !keys.contains_key(id)).collect();
        if wanted.is_empty() {
            return Ok(());
        }
        let ids: Vec<_> = wanted.into_iter().collect();
        for row in view.subject_keys().get(&ids).await? {
            let found = match master.unwrap(*organization, &row) {
                _ if row.wrapped.is_none() => Found::Erased,
                Some(key) => Found::Key(key),
                None => Found::Nothing,
            };
            keys.insert(row.id, found);
        }
        for id in ids {
            keys.entry(id).or_insert(Found::Nothing);
        }
        Ok(())
    }

    /// What is shown of a sealed text; `None` where it stays as it is.
    fn text(&self, record: EntryId, field: &str, sealed: &str) -> Option<String> {
        Some(match self.opened(record, field, sealed)? {
            Ok(plain) => String::from_utf8(plain).unwrap_or_else(|_| UNREADABLE.to_owned()),
            Err(instead) => instead.to_owned(),
        })
    }

    /// The same of a sealed JSON value.
    fn value(&self, record: EntryId, field: &str, sealed: &str) -> Option<Value> {
        Some(match self.opened(record, field, sealed)? {
            Ok(plain) => serde_json::from_slice(&plain).unwrap_or_else(|_| UNREADABLE.into()),
            Err(instead) => instead.into(),
        })
    }

    /// The plain value, or what is shown instead.
    fn opened(
        &self,
        record: EntryId,
        field: &str,
        sealed: &str,
    ) -> Option<std::result::Result<Vec<u8>, &'static str>> {
        let (organization, keys) = match &self.0 {
            Sight::Kept => return None,
            Sight::Withheld => return Some(Err(WITHHELD)),
            Sight::Open { organization, keys, .. } => (*organization, keys),
        };
        Some(match key_of(sealed).and_then(|id| keys.get(&id)) {
            Some(Found::Key(key)) => {
                key.open(Place { organization, record, field }, sealed).ok_or(UNREADABLE)
            }
            Some(Found::Erased) => Err(ERASED),
            Some(Found::Nothing) | None => Err(UNREADABLE),
        })
    }
}

/// Is anything sealed in the record?
pub(crate) fn has_sealed(entry: &Entry) -> bool {
    sealed(entry).next().is_some()
}

fn sealed(entry: &Entry) -> impl Iterator<Item = &str> {
    sealed_changes(entry).chain(sealed_requests(entry))
}

fn sealed_changes(entry: &Entry) -> impl Iterator<Item = &str> {
    let values = entry.record.changes.0.values().flat_map(|Change { old, new }| old.iter().chain(new));
    values.filter_map(Value::as_str).filter(|text| is_sealed(text))
}

fn sealed_requests(entry: &Entry) -> impl Iterator<Item = &str> {
    let request = &entry.record.request;
    let texts = [&request.ip, &request.user_agent].into_iter().flatten();
    texts.map(String::as_str).filter(|text| is_sealed(text))
}
