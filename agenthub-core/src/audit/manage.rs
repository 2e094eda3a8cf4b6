//! An organization's audit log: look, and add records of what happened elsewhere.

use super::personal::{Lens, has_sealed};
use super::retention;
use super::search::search;
use super::summary::summary;
use super::{
    Actor, AuditQuery, AuditSummary, Changes, Entity, Entry, EntryId, Record, Severity, SummaryWindow,
};
use crate::access::Permission;
use crate::error::{Code, Error, Result, Violation, Violations, Word};
use crate::interaction::Outcome;
use crate::page::{Listing, Page};
use crate::session::Session;

/// An organization's audit log; see [`Session::audit`].
#[derive(Debug)]
pub struct AuditLog<'s>(&'s Session);

/// A record of something that happened outside of the hub. Its time, its number and its hash are the hub's to give.
#[derive(Debug, Clone)]
pub struct NewRecord {
    /// What was done.
    pub action: String,
    /// To what.
    pub entity: Entity,
    /// Who did it; the caller, where nothing is said.
    pub actor: Option<Actor>,
    /// Whether an automation set it off.
    pub triggered_by_automation: bool,
    /// What is different now.
    pub changes: Changes,
    /// How much it matters.
    pub severity: Severity,
    /// Names of the rules that it matters to.
    pub compliance_tags: Vec<String>,
    /// How it ended.
    pub outcome: Outcome,
}

impl<'s> AuditLog<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    pub(super) fn session(&self) -> &'s Session {
        self.0
    }

    /// The record with this id.
    ///
    /// What is [personal](crate::audit::personal) in it is shown to who has `audit:read_personal`, here as in lists.
    ///
    /// # Errors
    /// `auth.denied`, `audit.not_found`.
    pub async fn get(&self, id: EntryId) -> Result<Entry> {
        let mut entries = [self.kept(id).await?];
        self.show(&mut entries).await?;
        let [entry] = entries;
        Ok(entry)
    }

    /// The record with this id, as it is kept.
    pub(super) async fn kept(&self, id: EntryId) -> Result<Entry> {
        let entry = self.0.glance(Permission::AuditRead).await?.audit().get(id).await?;
        entry.ok_or_else(|| Error::new(Code::AUDIT_NOT_FOUND).with("id", id))
    }

    /// Shows records as this caller sees them.
    async fn show(&self, entries: &mut [Entry]) -> Result<()> {
        if !entries.iter().any(has_sealed) {
            return Ok(());
        }
        let (inner, organization) = (self.0.hub().inner(), self.0.organization_id());
        Lens::of(self.0).show(inner.store.view(organization).await?.as_mut(), entries).await
    }

    /// The records that a filter or a query wants, newest first unless it says otherwise.
    ///
    /// [`Listing::total`] is left out also where counting would read too many records.
    ///
    /// # Errors
    /// `auth.denied`; `page.bad_cursor`; `invalid` where the query cannot be read; `audit.query_too_wide` where nothing
    /// in it is indexed and it has to be narrowed, by time for instance.
    pub async fn list(&self, wanted: impl Into<AuditQuery>, page: &Page) -> Result<Listing<Entry>> {
        let wanted = wanted.into();
        let mut view = self.0.view(Permission::AuditRead).await?;
        let lens = &mut Lens::of(self.0);
        search(view.as_mut(), &wanted.query()?, wanted.order(), page, lens).await
    }

    /// How many records a window has of each kind.
    ///
    /// # Errors
    /// `auth.denied`; `invalid` where the window ends before it begins, or is longer than ten years.
    pub async fn summary(&self, window: &SummaryWindow) -> Result<AuditSummary> {
        let mut view = self.0.view(Permission::AuditRead).await?;
        summary(view.as_mut(), window).await
    }

    /// Adds a record of something that happened outside of the hub.
    ///
    /// # Errors
    /// `auth.denied`, `invalid`.
    pub async fn add(&self, new: NewRecord) -> Result<Entry> {
        let change = self.0.change(Permission::AuditWrite).await?;
        check(&new)?;
        let caller = self.0.caller();
        let record = Record {
            id: EntryId::new(),
            at: self.0.now(),
            actor: new.actor.unwrap_or_else(|| caller.actor.clone()),
            triggered_by_automation: new.triggered_by_automation,
            action: new.action,
            entity: new.entity,
            changes: new.changes,
            request: caller.request.clone(),
            severity: new.severity,
            compliance_tags: new.compliance_tags,
            outcome: new.outcome,
            error_code: None,
        };
        let mut entries = [change.commit_record(record).await?];
        self.show(&mut entries).await?;
        let [entry] = entries;
        Ok(entry)
    }
}

fn check(new: &NewRecord) -> Result<()> {
    let mut found = Violations::default();
    let mut line = |pointer: &str, text: &str| {
        found.length(pointer, text, 1, 255);
        found.require(!text.contains(char::is_control), || {
            Violation::new(pointer, Code::VALUE_BAD_FORMAT).saying("expected", Word::NO_CONTROL_CHARACTERS)
        });
    };
    line("/action", &new.action);
    line("/entity_type", &new.entity.kind);
    line("/entity_id", &new.entity.id);
    for (i, tag) in new.compliance_tags.iter().enumerate() {
        line(&format!("/compliance_tags/{i}"), tag);
    }
    if let Some(Actor::Automation(name) | Actor::Plugin(name)) = &new.actor {
        line("/actor_id", name);
    }
    // Whoever checks the log believes what it says of itself.
    found.require(!retention::is_reserved(&new.entity.kind), || {
        Violation::new("/entity_type", Code::VALUE_BAD_FORMAT).saying("expected", Word::OTHER_KIND)
    });
    found.require(new.compliance_tags.len() <= 50, || {
        Violation::new("/compliance_tags", Code::VALUE_TOO_MANY).with("max", 50)
    });
    let size = serde_json::to_string(&new.changes).map_or(usize::MAX, |text| text.len());
    found.require(size <= 256 * 1024, || {
        Violation::new("/changes", Code::VALUE_TOO_LARGE).with("max", 256 * 1024)
    });
    found.into_result()
}
