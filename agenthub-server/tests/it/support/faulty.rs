//! A store that has moods.

use std::sync::atomic::{AtomicUsize, Ordering};

use agenthub_core::async_trait;
use agenthub_core::error::{Code, Error, Result};
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::memory::Memory;
use agenthub_core::store::{FinishedCall, Overview, Platform, Store, View, Work};
use tokio::sync::watch;

/// A store in memory that does as its mood is.
#[derive(Debug, Default)]
pub(crate) struct Faulty {
    store: Memory,
    mood: watch::Sender<Mood>,
    opened: AtomicUsize,
}

/// What a store may do.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) enum Mood {
    #[default]
    Well,
    Gone,
    Silent,
    /// To every work from this one on, until the mood changes.
    SilentFrom(usize),
    Panicking,
}

impl Faulty {
    pub(crate) fn be(&self, mood: Mood) {
        self.mood.send_replace(mood);
    }

    /// How many works were asked for.
    pub(crate) fn opened(&self) -> usize {
        self.opened.load(Ordering::SeqCst)
    }

    async fn well(&self) -> Result<&Memory> {
        let mood = *self.mood.borrow();
        match mood {
            Mood::Well | Mood::SilentFrom(_) => Ok(&self.store),
            Mood::Gone => {
                Err(Error::new(Code::STORE_UNAVAILABLE).source("the secret address does not answer"))
            }
            Mood::Silent => std::future::pending().await,
            Mood::Panicking => panic!("a secret thing broke"),
        }
    }
}

#[async_trait]
impl Store for Faulty {
    async fn view(&self, organization: OrganizationId) -> Result<Box<dyn View>> {
        self.well().await?.view(organization).await
    }
    async fn work(&self, organization: OrganizationId) -> Result<Box<dyn Work>> {
        let number = self.opened.fetch_add(1, Ordering::SeqCst);
        let mut mood = self.mood.subscribe();
        let speaks = |mood: &Mood| !matches!(mood, Mood::SilentFrom(first) if number >= *first);
        drop(mood.wait_for(speaks).await.unwrap());
        self.well().await?.work(organization).await
    }
    async fn overview(&self) -> Result<Box<dyn Overview>> {
        self.well().await?.overview().await
    }
    async fn platform(&self) -> Result<Box<dyn Platform>> {
        self.well().await?.platform().await
    }
    async fn append(&self, calls: &[FinishedCall]) -> Result<()> {
        self.well().await?.append(calls).await
    }
    async fn ping(&self) -> Result<()> {
        self.well().await?.ping().await
    }
}
