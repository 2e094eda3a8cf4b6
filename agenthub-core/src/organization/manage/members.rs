//! An organization's members: look, change their roles, let them go.

use super::refuse_higher;
use crate::access::{Permission, Role};
use crate::audit::{Changes, Entity, Note, Severity};
use crate::error::{Code, Error, Result};
use crate::identity::transaction::Transaction;
use crate::organization::{Member, MemberProfile};
use crate::page::{Listing, Page};
use crate::session::Session;
use crate::user::UserId;

/// An organization's members; see [`Session::members`].
#[derive(Debug)]
pub struct Members<'s>(&'s Session);

impl<'s> Members<'s> {
    pub(crate) fn new(session: &'s Session) -> Self {
        Self(session)
    }

    /// The members, first come first.
    ///
    /// # Errors
    /// `auth.denied`, `page.bad_cursor`.
    pub async fn list(&self, page: &Page) -> Result<Listing<MemberProfile>> {
        self.0.glance_at(page, Permission::MembersRead).await?.members().list(page).await
    }

    /// One member.
    ///
    /// # Errors
    /// `auth.denied`, `user.not_found` where the user is no member.
    pub async fn get(&self, user: UserId) -> Result<MemberProfile> {
        let member = self.0.glance(Permission::MembersRead).await?.members().get(user).await?;
        member.ok_or_else(|| not_found(user))
    }

    /// Makes a member something else, from the next call on. To the role that the member has, nothing is done.
    ///
    /// # Errors
    /// `auth.denied`; `user.not_found`; `member.role_too_high` where the old or the new role is above the caller's own;
    /// `member.last_owner`.
    pub async fn set_role(&self, user: UserId, role: Role) -> Result<MemberProfile> {
        let mut tx = self.open().await?;
        let old = self.touchable(&mut tx, user).await?;
        refuse_higher(self.0, role)?;
        if old.member.role == role {
            return Ok(old);
        }
        self.keep_an_owner(&mut tx, &old.member).await?;
        let member = Member { role, updated_at: self.0.now(), ..old.member.clone() };
        tx.within(self.0.organization_id()).await?.members().change(&member).await?;
        let note = Note::new("set_role", entity(user), Changes::between(&old.member, &member));
        self.commit(tx, note).await?;
        Ok(MemberProfile { member, ..old })
    }

    /// Lets a member go. The member's logins in this organization end at once, those in others go on.
    ///
    /// # Errors
    /// `auth.denied`, `user.not_found`, `member.role_too_high` where the member's role is above the caller's own,
    /// `member.last_owner`.
    pub async fn remove(&self, user: UserId) -> Result<()> {
        let mut tx = self.open().await?;
        let organization = self.0.organization_id();
        tx.logins().revoke_within(organization, user, self.0.now()).await?;
        let old = self.touchable(&mut tx, user).await?;
        self.keep_an_owner(&mut tx, &old.member).await?;
        tx.within(organization).await?.members().remove(user).await?;
        self.commit(tx, Note::new("remove", entity(user), Changes::removed(&old.member))).await
    }

    async fn open(&self) -> Result<Transaction<'_>> {
        self.0.allow(Permission::MembersManage)?;
        Transaction::open(self.0.hub().inner()).await
    }

    /// The member, if the caller may touch it.
    ///
    /// Touches the organization first, so that of two who would each leave the other as the last owner, the second
    /// sees what the first did.
    async fn touchable(&self, tx: &mut Transaction<'_>, user: UserId) -> Result<MemberProfile> {
        let organization = self.0.organization_id();
        tx.touch(organization).await.map_err(|error| match error.code() {
            Code::STORE_CONFLICT => not_found(user),
            _ => error,
        })?;
        let found = tx.within(organization).await?.members().get(user).await?;
        let profile = found.ok_or_else(|| not_found(user))?;
        refuse_higher(self.0, profile.member.role)?;
        Ok(profile)
    }

    /// Refuses to take the last owner who can sign in.
    async fn keep_an_owner(&self, tx: &mut Transaction<'_>, leaving: &Member) -> Result<()> {
        if leaving.role != Role::Owner {
            return Ok(());
        }
        let members = tx.within(self.0.organization_id()).await?.members();
        let mut page = Page::first(Page::MAX);
        loop {
            let Listing { items, next, .. } = members.list(&page).await?;
            let stays = |it: &MemberProfile| {
                it.is_active && it.member.role == Role::Owner && it.member.user_id != leaving.user_id
            };
            if items.iter().any(stays) {
                return Ok(());
            }
            if next.is_none() {
                return Err(Error::new(Code::LAST_OWNER));
            }
            page.after = next;
        }
    }

    async fn commit(&self, mut tx: Transaction<'_>, note: Note) -> Result<()> {
        let caller = self.0.caller();
        let note = note.severity(Severity::Warning);
        tx.record(caller.organization, caller.actor.clone(), &caller.request, note).await?;
        tx.commit().await
    }
}

fn not_found(user: UserId) -> Error {
    Error::new(Code::USER_NOT_FOUND).with("id", user)
}

fn entity(user: UserId) -> Entity {
    Entity::new("member", user)
}
