//! Members, in memory.

use async_trait::async_trait;

use super::listing::{Order, sorted, time_key};
use super::require;
use super::scope::Scope;
use crate::error::Result;
use crate::organization::{Member, MemberProfile};
use crate::page::{Listing, Page};
use crate::store::{Members, ReadMembers};
use crate::user::UserId;

const FIRST_COME_FIRST: Order<Member> =
    Order { name: "created_at", place: |member| (time_key(member.created_at), member.user_id.uuid()) };

#[async_trait]
impl ReadMembers for Scope {
    async fn get(&mut self, user: UserId) -> Result<Option<MemberProfile>> {
        Ok(self.tenant().and_then(|it| it.members.get(&user)).and_then(|member| self.profile(member)))
    }

    async fn list(&mut self, page: &Page) -> Result<Listing<MemberProfile>> {
        let all = self.tenant().into_iter().flat_map(|it| it.members.values());
        let Listing { items, next, total } = sorted(all, page, &FIRST_COME_FIRST)?;
        Ok(Listing { items: items.iter().filter_map(|it| self.profile(it)).collect(), next, total })
    }
}

#[async_trait]
impl Members for Scope {
    async fn add(&mut self, member: &Member) -> Result<()> {
        require(self.tables.users.contains_key(&member.user_id))?;
        let taken = self.tenant_mut()?.members.insert(member.user_id, member.clone());
        require(taken.is_none())?;
        self.tables.memberships.insert((member.user_id, self.organization));
        Ok(())
    }

    async fn change(&mut self, member: &Member) -> Result<bool> {
        let exists = self.tenant().is_some_and(|it| it.members.contains_key(&member.user_id));
        if exists {
            self.tenant_mut()?.members.insert(member.user_id, member.clone());
        }
        Ok(exists)
    }

    async fn remove(&mut self, user: UserId) -> Result<bool> {
        if self.tenant().is_none() {
            return Ok(false);
        }
        self.tables.memberships.remove(&(user, self.organization));
        Ok(self.tenant_mut()?.members.remove(&user).is_some())
    }
}

impl Scope {
    /// The member with the data of its user, who exists as users are never removed.
    fn profile(&self, member: &Member) -> Option<MemberProfile> {
        self.tables.users.get(&member.user_id).map(|user| MemberProfile::new(member.clone(), user))
    }
}
