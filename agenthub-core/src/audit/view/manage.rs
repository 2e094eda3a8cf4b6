//! An organization's saved views: make, look, change, remove. Whoever may read the log may keep views of it.

use super::{AuditView, AuditViewId, COLUMNS};
use crate::access::Permission;
use crate::audit::personal::Lens;
use crate::audit::search::search;
use crate::audit::{AuditQuery, Changes, Entity, Entry, Note};
use crate::error::{Code, Error, Result, Violation, Violations, Word};
use crate::page::{Listing, Page};
use crate::session::Session;

/// An organization's saved views of its audit log; see [`Session::audit_views`].
#[derive(Debug)]
pub struct AuditViews<'s>(&'s Session);

/// A view to be saved.
#[derive(Debug, Clone, Default)]
pub struct NewAuditView {
    /// What it is called.
    pub name: String,
    /// Which records it shows.
    pub query: AuditQuery,
    /// What it shows of each; see [`COLUMNS`].
    pub columns: Vec<String>,
    /// Whether everybody who may read the log sees it.
    pub shared: bool,
}

impl<'s> AuditViews<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// Saves a view.
    ///
    /// # Errors
    /// `auth.denied`, `invalid` with every fault.
    pub async fn create(&self, new: NewAuditView) -> Result<AuditView> {
        let mut change = self.0.change(Permission::AuditRead).await?;
        check(&new)?;
        let now = self.0.now();
        let view = AuditView {
            id: AuditViewId::new(),
            name: new.name,
            query: new.query,
            columns: new.columns,
            shared: new.shared,
            created_by: self.0.caller().actor.clone(),
            created_at: now,
            updated_at: now,
        };
        change.audit_views().add(&view).await?;
        change.commit(Note::new("create", entity(view.id), Changes::created(&view))).await?;
        Ok(view)
    }

    /// The view with this id.
    ///
    /// # Errors
    /// `auth.denied`; `audit_view.not_found`, also where it is somebody else's own.
    pub async fn get(&self, id: AuditViewId) -> Result<AuditView> {
        let found = self.0.view(Permission::AuditRead).await?.audit_views().get(id).await?;
        self.seen(found, id)
    }

    /// The caller's own views and those that are shared, newest first.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn list(&self, page: &Page) -> Result<Listing<AuditView>> {
        let mut view = self.0.view(Permission::AuditRead).await?;
        view.audit_views().list(&self.0.caller().actor, page).await
    }

    /// The records that a view shows.
    ///
    /// # Errors
    /// Those of [`get`](Self::get) and of [`AuditLog::list`](crate::audit::AuditLog::list).
    pub async fn records(&self, id: AuditViewId, page: &Page) -> Result<Listing<Entry>> {
        let mut view = self.0.view(Permission::AuditRead).await?;
        let found = view.audit_views().get(id).await?;
        let query = self.seen(found, id)?.query;
        search(view.as_mut(), &query.query()?, query.order(), page, &mut Lens::of(self.0)).await
    }

    /// Puts another view in the place of one that the caller sees: a shared view is everybody's to change.
    ///
    /// # Errors
    /// `auth.denied`, `audit_view.not_found`, `invalid` with every fault.
    pub async fn update(&self, id: AuditViewId, new: NewAuditView) -> Result<AuditView> {
        let mut change = self.0.change(Permission::AuditRead).await?;
        check(&new)?;
        let found = change.audit_views().get(id).await?;
        let old = self.seen(found, id)?;
        let view = AuditView {
            name: new.name,
            query: new.query,
            columns: new.columns,
            shared: new.shared,
            updated_at: self.0.now(),
            ..old.clone()
        };
        if !change.audit_views().change(&view).await? {
            return Err(not_found(id));
        }
        change.commit(Note::new("update", entity(id), Changes::between(&old, &view))).await?;
        Ok(view)
    }

    /// Removes a view that the caller sees.
    ///
    /// # Errors
    /// `auth.denied`, `audit_view.not_found`.
    pub async fn remove(&self, id: AuditViewId) -> Result<()> {
        let mut change = self.0.change(Permission::AuditRead).await?;
        let found = change.audit_views().get(id).await?;
        let view = self.seen(found, id)?;
        if !change.audit_views().remove(id).await? {
            return Err(not_found(id));
        }
        change.commit(Note::new("remove", entity(id), Changes::removed(&view))).await
    }

    fn seen(&self, found: Option<AuditView>, id: AuditViewId) -> Result<AuditView> {
        found.filter(|view| view.is_seen_by(&self.0.caller().actor)).ok_or_else(|| not_found(id))
    }
}

fn not_found(id: AuditViewId) -> Error {
    Error::new(Code::AUDIT_VIEW_NOT_FOUND).with("id", id)
}

fn entity(id: AuditViewId) -> Entity {
    Entity::new("audit_view", id)
}

fn check(new: &NewAuditView) -> Result<()> {
    let mut found = Violations::default();
    found.length("/name", &new.name, 1, 255);
    found.require(!new.name.contains(char::is_control), || {
        Violation::new("/name", Code::VALUE_BAD_FORMAT).saying("expected", Word::NO_CONTROL_CHARACTERS)
    });
    found.require(new.columns.len() <= 50, || {
        Violation::new("/columns", Code::VALUE_TOO_MANY).with("max", 50)
    });
    for (i, column) in new.columns.iter().enumerate() {
        let place = format!("/columns/{i}");
        let is_field = column.strip_prefix("changes.").is_some_and(|field| !field.is_empty());
        found.require(is_field || COLUMNS.contains(&column.as_str()), || {
            Violation::new(&place, Code::VALUE_NOT_ONE_OF)
                .with("allowed", COLUMNS.join(", ") + ", changes.NAME")
        });
        found.length(&place, column, 1, 255);
        found.require(!new.columns[..i].contains(column), || Violation::new(&place, Code::VALUE_DUPLICATE));
    }
    new.query.read("/query", &mut found);
    found.into_result()
}
