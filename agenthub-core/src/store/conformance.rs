//! What every store must do, as cases to run against it, for the author of any [`Store`].
//!
//! Each [`Case`] takes a fresh, empty store. Where the store does wrong, the case panics with what was expected and
//! what came, or hands back the error that the store gave. Run each in a test of its own:
//!
//! ```
//! use std::sync::Arc;
//!
//! use agenthub_core::store::conformance;
//! use agenthub_core::store::memory::Memory;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> agenthub_core::Result<()> {
//! for case in conformance::cases().iter().filter(|case| case.name.starts_with("agents::")) {
//!     let store = Arc::new(Memory::new()); // in its place: your own store, with an empty database
//!     (case.run)(store).await?;
//! }
//! # Ok(())
//! # }
//! ```
//!
//! [`script::play`] plays random scripts, as many and as long as there is time for.
//!
//! A case holds no more than one view or work at a time, but for those that race several on purpose, so that a store
//! with a single connection can pass.

/// Lists the cases of a file, each once.
macro_rules! cases {
    ($noun:literal: $($case:ident)*) => {
        pub(in crate::store::conformance) const CASES: &[$crate::store::conformance::Case] = &[$($crate::store::conformance::Case {
            name: concat!($noun, "::", stringify!($case)),
            run: |store| Box::pin($case(store)),
        }),*];
    };
}

mod agents;
mod api_keys;
mod append;
mod attempts;
mod audit;
mod audit_exports;
mod audit_forwarding;
mod audit_index;
mod audit_retention;
mod audit_tree;
mod audit_views;
mod exchange_rates;
mod idempotency;
mod interactions;
mod invitations;
mod legal_holds;
mod logins;
mod members;
mod message_overrides;
mod organizations;
mod paging;
pub(crate) mod sample;
pub mod script;
mod statistics;
mod subject_keys;
mod transactions;
mod users;

use std::sync::{Arc, LazyLock};

use futures_util::future::LocalBoxFuture;

use super::Store;
use crate::error::Result;

/// One thing that every store must do.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// What it must do, as `noun::sentence`; no two cases have the same.
    pub name: &'static str,
    /// Tries it on a fresh, empty store. The future stays on its thread: `block_on` runs it, `spawn_local` too.
    ///
    /// # Errors
    /// Any that the store gives where it must not.
    ///
    /// # Panics
    /// Where the store answers wrong.
    pub run: fn(Arc<dyn Store>) -> LocalBoxFuture<'static, Result<()>>,
}

/// The cases of each file; a case that is in no list is unused code, which the compiler tells.
const ALL_BY_NOUN: &[&[Case]] = &[
    agents::CASES,
    agents::changes::CASES,
    agents::fields::CASES,
    agents::filters::CASES,
    agents::list::CASES,
    agents::versions::CASES,
    api_keys::CASES,
    append::CASES,
    attempts::CASES,
    audit::CASES,
    audit::list::CASES,
    audit::removal::CASES,
    audit_exports::CASES,
    audit_forwarding::CASES,
    audit_index::CASES,
    audit_index::forgotten::CASES,
    audit_index::found::CASES,
    audit_retention::CASES,
    audit_tree::CASES,
    audit_views::CASES,
    exchange_rates::CASES,
    idempotency::CASES,
    interactions::CASES,
    interactions::list::CASES,
    invitations::CASES,
    legal_holds::CASES,
    logins::CASES,
    members::CASES,
    message_overrides::CASES,
    organizations::CASES,
    script::CASES,
    statistics::CASES,
    subject_keys::CASES,
    transactions::CASES,
    users::CASES,
];

/// Every case.
pub fn cases() -> &'static [Case] {
    static ALL: LazyLock<Vec<Case>> = LazyLock::new(|| ALL_BY_NOUN.concat());
    &ALL
}

/// The store under test, as a case takes it.
type Subject = Arc<dyn Store>;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn no_two_cases_have_the_same_name() {
        let names: BTreeSet<_> = super::cases().iter().map(|case| case.name).collect();
        assert_eq!(names.len(), super::cases().len());
    }
}
