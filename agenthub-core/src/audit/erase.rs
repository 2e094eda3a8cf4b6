//! Erasing a person's data from an organization's audit log.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::export::erasing::end_personal_exports;
use super::manage::AuditLog;
use super::{Changes, Entity, Note, Severity};
use crate::access::Permission;
use crate::error::{Code, Error, Result};
use crate::identity::email;
use crate::identity::transaction::Transaction;
use crate::legal_hold::refuse_while_held;
use crate::organization::OrganizationId;
use crate::subject_key::{MasterKey, SubjectId};
use crate::user::UserId;

/// Whose data is to be erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Person {
    /// A user, also one who is no member any more; what invitations say of the user's mail address goes too.
    User(UserId),
    /// Whoever has this mail address, or was invited at it.
    Email(String),
}

/// What was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Erasure {
    /// When the person's last key was destroyed.
    pub erased_at: DateTime<Utc>,
    /// How many keys were destroyed now; none where that was done before.
    pub keys: u64,
}

impl AuditLog<'_> {
    /// Erases a person's data from this organization's log: destroys the keys that it is sealed under. All records stay
    /// as they are, and so do all proofs; what was sealed is shown as erased from now on. Where nothing is left to erase,
    /// nothing is done.
    ///
    /// Files of [exports](super::export) that tell personal data cannot be taken any more, whomever they are about, and are
    /// removed soon after; those that are being made begin anew.
    ///
    /// What the person does later is recorded, and sealed under a key that is made then.
    ///
    /// # Errors
    /// `auth.denied`; `audit.not_sealed` where the hub has no [`MasterKey`], so that personal data stands in clear;
    /// `audit.subject_not_found` where nothing of the person was ever sealed in this organization; `legal_hold.stands`.
    pub async fn erase(&self, person: &Person) -> Result<Erasure> {
        self.session().allow(Permission::AuditManage)?;
        let (caller, inner) = (self.session().caller(), self.session().hub().inner());
        let master = inner.master_key.as_ref().ok_or_else(|| Error::new(Code::AUDIT_NOT_SEALED))?;
        let organization = caller.organization;
        let mut tx = Transaction::open(inner).await?;
        // Every node forgets its keys. Of two who erase the same, the second sees what the first did.
        tx.touch(organization).await.map_err(|error| match error.code() {
            Code::STORE_CONFLICT => not_found(),
            _ => error,
        })?;
        let subjects = subjects(&mut tx, master, organization, person).await?;
        refuse_while_held(tx.within(organization).await?).await?;
        let (now, mut keys, mut before) = (self.session().now(), 0, None);
        for subject in &subjects {
            let rows = tx.within(organization).await?.subject_keys();
            before = before.max(rows.list(*subject).await?.into_iter().filter_map(|it| it.erased_at).max());
            keys += rows.erase(*subject, now).await?;
        }
        let Some(named) = subjects.first().filter(|_| keys > 0) else {
            return Ok(Erasure { erased_at: before.ok_or_else(not_found)?, keys });
        };
        end_personal_exports(tx.within(organization).await?, now).await?;
        let note = Note::new("erase", Entity::new("subject", named), Changes::none().with("keys", keys))
            .severity(Severity::Warning);
        tx.record(organization, caller.actor.clone(), &caller.request, note).await?;
        tx.commit().await?;
        inner.exports.news.notify_one();
        Ok(Erasure { erased_at: now, keys })
    }
}

/// What a person is called here: the user first, then the mail address. Only what something was sealed for, so that nobody
/// learns who has an account elsewhere.
async fn subjects(
    tx: &mut Transaction<'_>,
    master: &MasterKey,
    organization: OrganizationId,
    person: &Person,
) -> Result<Vec<SubjectId>> {
    let (user, address) = match person {
        Person::User(id) => (Some(*id), tx.users().get(*id).await?.map(|user| user.email)),
        Person::Email(address) => {
            let address = email::normal(address);
            // What no address can be, no database needs to see.
            let user = match email::looks_right(&address) {
                true => tx.users().by_email(&address).await?,
                false => None,
            };
            (user.map(|user| user.id), Some(address))
        }
    };
    let addresses = address.iter().flat_map(|address| master.addresses(organization, address));
    let mut known = Vec::new();
    for subject in user.map(SubjectId::from).into_iter().chain(addresses) {
        if !tx.within(organization).await?.subject_keys().list(subject).await?.is_empty() {
            known.push(subject);
        }
    }
    match person {
        Person::User(id) if known.first() != Some(&SubjectId::from(*id)) => Err(not_found()),
        _ if known.is_empty() => Err(not_found()),
        _ => Ok(known),
    }
}

fn not_found() -> Error {
    Error::new(Code::AUDIT_SUBJECT_NOT_FOUND)
}
