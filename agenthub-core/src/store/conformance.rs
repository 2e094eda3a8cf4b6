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
//! A case holds no more than one view or work at a time, but for those that race several on purpose, so that a store
//! with a single connection can pass.

/// Lists the cases of a file, each once.
macro_rules! cases {
    ($noun:literal: $($case:ident)*) => {
        pub(super) const CASES: &[super::Case] = &[$(super::Case {
            name: concat!($noun, "::", stringify!($case)),
            run: |store| Box::pin($case(store)),
        }),*];
    };
}

mod agents;
mod sample;
mod users;

use std::sync::{Arc, LazyLock};

use futures_util::future::BoxFuture;

use super::Store;
use crate::error::Result;

/// One thing that every store must do.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// What it must do, as `noun::sentence`; no two cases have the same.
    pub name: &'static str,
    /// Tries it on a fresh, empty store.
    ///
    /// # Errors
    /// Any that the store gives where it must not.
    ///
    /// # Panics
    /// Where the store answers wrong.
    pub run: fn(Arc<dyn Store>) -> BoxFuture<'static, Result<()>>,
}

/// Every case.
pub fn cases() -> &'static [Case] {
    static ALL: LazyLock<Vec<Case>> = LazyLock::new(|| [agents::CASES, users::CASES].concat());
    &ALL
}

/// The store under test, as a case takes it.
type Subject = Arc<dyn Store>;
