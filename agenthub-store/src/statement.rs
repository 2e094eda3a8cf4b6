//! Statements, and the list of all of them, so that a test can prepare each on both databases.

use crate::{
    agents, api_keys, append, attempts, audit, audit_exports, audit_forwarding, audit_index, audit_retention,
    audit_tree, audit_views, exchange_rates, fence, idempotency, interactions, invitations, legal_holds,
    logins, members, message_overrides, migrate, organizations, subject_keys, users,
};

/// The text of a statement: the same for both databases, but for a few where they truly differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
}

impl Statement {
    /// One text for both.
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { sqlite: text, postgres: text }
    }

    /// Two texts, side by side.
    pub(crate) const fn split(sqlite: &'static str, postgres: &'static str) -> Self {
        Self { sqlite, postgres }
    }
}

/// Every statement, by the file that has it. In debug builds a statement that is not here is refused when it is run.
pub(crate) fn all() -> impl Iterator<Item = Statement> {
    [
        agents::STATEMENTS,
        api_keys::STATEMENTS,
        append::STATEMENTS,
        attempts::STATEMENTS,
        audit::STATEMENTS,
        audit_exports::STATEMENTS,
        audit_forwarding::STATEMENTS,
        audit_index::STATEMENTS,
        audit_retention::STATEMENTS,
        audit_tree::STATEMENTS,
        audit_views::STATEMENTS,
        exchange_rates::STATEMENTS,
        fence::STATEMENTS,
        idempotency::STATEMENTS,
        interactions::STATEMENTS,
        invitations::STATEMENTS,
        legal_holds::STATEMENTS,
        logins::STATEMENTS,
        members::STATEMENTS,
        message_overrides::STATEMENTS,
        migrate::STATEMENTS,
        organizations::STATEMENTS,
        subject_keys::STATEMENTS,
        users::STATEMENTS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// Is the statement in the list?
pub(crate) fn is_listed(statement: Statement) -> bool {
    all().any(|listed| listed == statement)
}
