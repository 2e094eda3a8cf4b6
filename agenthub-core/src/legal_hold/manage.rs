//! An organization's legal holds: look, place, lift.

use super::{LegalHold, LegalHoldId};
use crate::access::Permission;
use crate::audit::retention::take_back;
use crate::audit::{Changes, Entity, Note, Severity};
use crate::error::{Code, Error, Result, Violation, Violations, Word};
use crate::page::{Listing, Page};
use crate::session::Session;

/// An organization's legal holds; see [`Session::legal_holds`].
#[derive(Debug)]
pub struct LegalHolds<'s>(&'s Session);

/// A hold to be placed.
#[derive(Debug, Clone, Default)]
pub struct NewLegalHold {
    /// What it is called.
    pub name: String,
    /// Why it is placed.
    pub reason: String,
}

impl<'s> LegalHolds<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// Every hold, also those that were lifted, newest first.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn list(&self, page: &Page) -> Result<Listing<LegalHold>> {
        self.0.view(Permission::AuditRead).await?.legal_holds().list(page).await
    }

    /// Places a hold. From the moment that this returns nothing is removed, also not what was to leave by age already
    /// and is still there.
    ///
    /// # Errors
    /// `auth.denied`, `invalid` with every fault.
    pub async fn place(&self, new: NewLegalHold) -> Result<LegalHold> {
        self.0.allow(Permission::AuditManage)?;
        check(&new)?;
        let hold = LegalHold {
            id: LegalHoldId::new(),
            name: new.name,
            reason: new.reason,
            placed_by: self.0.caller().actor.clone(),
            placed_at: self.0.now(),
            lifted_by: None,
            lifted_at: None,
        };
        let mut change = self.0.change(Permission::AuditManage).await?;
        change.legal_holds().add(&hold).await?;
        if let Some(note) = take_back(change.audit(), self.0.organization_id()).await? {
            change.record(note).await?;
        }
        let note = Note::new("place", entity(hold.id), Changes::created(&hold));
        change.commit(note.severity(Severity::Warning)).await?;
        Ok(hold)
    }

    /// Lifts a hold. It stays in the list.
    ///
    /// # Errors
    /// `auth.denied`; `legal_hold.not_found`, also where it was lifted already.
    pub async fn lift(&self, id: LegalHoldId) -> Result<LegalHold> {
        let mut change = self.0.change(Permission::AuditManage).await?;
        let old = change.legal_holds().get(id).await?.ok_or_else(|| not_found(id))?;
        let (lifted_by, lifted_at) = (Some(self.0.caller().actor.clone()), Some(self.0.now()));
        let lifted = LegalHold { lifted_by, lifted_at, ..old.clone() };
        if !change.legal_holds().change(&lifted).await? {
            return Err(not_found(id));
        }
        let note = Note::new("lift", entity(id), Changes::between(&old, &lifted));
        change.commit(note.severity(Severity::Warning)).await?;
        Ok(lifted)
    }
}

fn check(new: &NewLegalHold) -> Result<()> {
    let mut found = Violations::default();
    found.length("/name", &new.name, 1, 255);
    found.length("/reason", &new.reason, 1, 4000);
    for (pointer, text) in [("/name", &new.name), ("/reason", &new.reason)] {
        // A reason may have several lines.
        let is_plain = !text.contains(|c: char| c.is_control() && (c != '\n' || pointer == "/name"));
        found.require(is_plain, || {
            Violation::new(pointer, Code::VALUE_BAD_FORMAT).saying("expected", Word::NO_CONTROL_CHARACTERS)
        });
    }
    found.into_result()
}

fn not_found(id: LegalHoldId) -> Error {
    Error::new(Code::LEGAL_HOLD_NOT_FOUND).with("id", id)
}

fn entity(id: LegalHoldId) -> Entity {
    Entity::new("legal_hold", id)
}
