//! A record in the making: what a change says of itself, before it is known who made it and when.

use chrono::{DateTime, Utc};

use super::{Actor, Changes, Entity, EntryId, Record, Request, Severity};
use crate::error::Error;
use crate::interaction::Outcome;
use crate::user::UserId;

/// What a change says of itself.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Note {
    action: &'static str,
    entity: Entity,
    changes: Changes,
    severity: Severity,
    outcome: Outcome,
    error_code: Option<String>,
    presumed: Option<UserId>,
}

impl Note {
    /// A change that was done.
    pub(crate) fn new(action: &'static str, entity: Entity, changes: Changes) -> Self {
        let (severity, outcome) = (Severity::Info, Outcome::Success);
        Self { action, entity, changes, severity, outcome, error_code: None, presumed: None }
    }

    /// The same, mattering this much.
    pub(crate) fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same, but it failed.
    pub(crate) fn failed(mut self, error: &Error) -> Self {
        self.outcome = Outcome::of(error.code());
        self.error_code = Some(error.code().as_str().to_owned());
        self
    }

    /// The same, where the request came presumably from this user, whom nothing proved to be the actor. Where it came from
    /// is that user's personal data.
    pub(crate) fn presumably(mut self, user: UserId) -> Self {
        self.presumed = Some(user);
        self
    }

    /// Whose personal data it is where the request came from.
    pub(crate) fn requester(&self, actor: &Actor) -> Option<UserId> {
        actor.user().or(self.presumed)
    }

    /// The record: who did it, in which request, when.
    pub(crate) fn into_record(self, actor: Actor, request: Request, at: DateTime<Utc>) -> Record {
        Record {
            id: EntryId::new(),
            at,
            triggered_by_automation: matches!(actor, Actor::Automation(_)),
            actor,
            action: self.action.to_owned(),
            entity: self.entity,
            changes: self.changes,
            request,
            severity: self.severity,
            compliance_tags: Vec::new(),
            outcome: self.outcome,
            error_code: self.error_code,
        }
    }
}
