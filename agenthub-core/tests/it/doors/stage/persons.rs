//! The doors of who is no caller yet.

use agenthub_core::Result;
use agenthub_core::Role;
use agenthub_core::audit::Request;
use agenthub_core::identity::{NewUser, Registration, SignedIn};
use agenthub_core::localization::PreferenceUpdate;
use agenthub_core::organization::OrganizationId;
use agenthub_core::user::UserId;

use super::Stage;
use crate::identity::{PASSWORD, secret};

impl Stage {
    /// Somebody new, with an organization of that person's own.
    async fn person(&self) -> SignedIn {
        let new = Registration::new(self.address(), secret(PASSWORD));
        self.hub.identity().register(new, Request::default()).await.unwrap()
    }

    /// Somebody new in this organization.
    pub(super) async fn member(&self) -> UserId {
        let email = self.address();
        let (_, token) = self.system().invitations().create(&email, Role::Viewer).await.unwrap();
        let new = Registration { invitation: Some(token), ..Registration::new(email, secret(PASSWORD)) };
        self.hub.identity().register(new, Request::default()).await.unwrap().user.id
    }

    pub(super) async fn persons(&self, method: &str, request: Request) -> Result<OrganizationId> {
        let identity = self.hub.identity();
        match method {
            "create_organization" => return Ok(self.hub.create_organization("Another").await?.id),
            "create_user" => return self.superuser().await,
            "register" => {
                let new = Registration::new(self.address(), secret(PASSWORD));
                return Ok(identity.register(new, request).await?.organization.id);
            }
            _ => {}
        }
        let person = self.person().await;
        let (user, home, login) = (person.user.id, person.organization.id, person.login);
        match method {
            "login" => {
                identity.login(&person.user.email, &secret(PASSWORD), None, request).await?;
            }
            "refresh" => drop(identity.refresh(&person.refresh_token, request).await?),
            "logout" => identity.logout(login, request).await?,
            "change_password" => {
                let (current, new) = (secret(PASSWORD), secret("my new long sentence"));
                identity.change_password(user, &current, &new, Some(login), request).await?;
            }
            "set_preference" => {
                let update = PreferenceUpdate { language: Some(Some("de".into())), time_zone: None };
                identity.set_preference(user, home, update, request).await?;
            }
            "accept_invitation" => {
                let invitations = self.system();
                let invited = invitations.invitations().create(&person.user.email, Role::Viewer).await?;
                identity.accept_invitation(user, &invited.1, request).await?;
                return Ok(self.organization);
            }
            other => panic!("what is {other}?"),
        }
        Ok(home)
    }

    /// Makes a superuser; gives the organization that comes with one.
    async fn superuser(&self) -> Result<OrganizationId> {
        let new = NewUser {
            email: self.address(),
            password: secret(PASSWORD),
            full_name: None,
            organization_name: None,
            superuser: true,
        };
        let user = self.hub.identity().create_user(new).await?;
        let me = self.hub.identity().me(user.id).await?;
        Ok(me.organizations[0].0.id)
    }
}
