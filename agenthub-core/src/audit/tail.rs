//! A log as it grows: who tails it has each record soon after it was committed, by whatever node.
//!
//! Nothing is kept for a reader: records are read from the store when the reader wants more, so that a slow one costs no
//! memory. Commits of this node wake it; those of others it finds by looking ([`HubOptions::tail_every`]).

use std::collections::{BTreeSet, HashMap};
use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll};
use std::time::Duration;
use std::{fmt, vec};

use futures_util::stream::{self, Stream};
use tokio::sync::watch;

use super::manage::AuditLog;
use super::personal::Lens;
use super::query::Query;
use super::{AuditQuery, Entry, reading};
use crate::access::Permission;
use crate::error::{Code, Error, Result, Violation};
use crate::hub::HubOptions;
use crate::organization::OrganizationId;
use crate::session::Session;
use crate::sync::lock;

/// How many records are read at a time. Each can be large.
const BATCH: u32 = 64;

/// How long somebody who found all places taken should wait.
const RETRY_IN: Duration = Duration::from_secs(5);

/// The records of a log from a place on, in the order of their sequence numbers, without an end; see [`AuditLog::tail`].
pub struct Tail(Pin<Box<dyn Stream<Item = Result<Entry>> + Send>>);

impl Stream for Tail {
    type Item = Result<Entry>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context)
    }
}

impl fmt::Debug for Tail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tail").finish_non_exhaustive()
    }
}

impl AuditLog<'_> {
    /// The records that a filter or a query wants, from sequence number `from` on, or else those that come from now on: in
    /// order, none twice, each once it is committed. An order that the query names is passed over.
    ///
    /// It ends when the hub is closed, and after an error. Who goes on from the number behind the last record misses
    /// nothing.
    ///
    /// ```
    /// use agenthub_core::audit::AuditFilter;
    /// use agenthub_core::store::memory::Memory;
    /// use agenthub_core::{Caller, Hub};
    /// use futures_util::StreamExt;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> agenthub_core::Result<()> {
    /// let hub = Hub::new(Memory::new());
    /// let organization = hub.create_organization("Acme").await?;
    /// let session = hub.enter(Caller::system(organization.id));
    /// let mut tail = session.audit().tail(AuditFilter::default(), Some(0)).await?;
    /// let first = tail.next().await.transpose()?;
    /// assert_eq!(first.map(|entry| entry.record.action), Some("create".to_owned()));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// `auth.denied`; `invalid` where the query cannot be read, or `from` lies behind the end of the log;
    /// `audit.too_many_tails`. In the stream: `store.unavailable`, `store.corrupt`.
    pub async fn tail(&self, wanted: impl Into<AuditQuery>, from: Option<u64>) -> Result<Tail> {
        let session = self.session();
        session.allow(Permission::AuditRead)?;
        let query = wanted.into().query()?;
        let inner = session.hub().inner();
        // Before the end of the log is read, so that nothing falls in between.
        let news = inner.grown_logs.tails.open(session.organization_id(), &inner.options)?;
        let end = session.glance(Permission::AuditRead).await?.audit().extent().await?.end;
        let next = from.unwrap_or(end);
        if next > end {
            let fault = Violation::new("/from", Code::VALUE_OUT_OF_RANGE).with("min", 0).with("max", end);
            return Err(Error::new(Code::INVALID).violating(vec![fault]));
        }
        let reader = Reader {
            session: session.clone(),
            query,
            next,
            news,
            ready: Vec::new().into_iter(),
            over: false,
        };
        Ok(Tail(Box::pin(stream::unfold(reader, Reader::next))))
    }
}

/// Somebody who tails a log.
struct Reader {
    session: Session,
    query: Query,
    /// The sequence number to read from.
    next: u64,
    news: watch::Receiver<()>,
    /// What was read and not handed on yet.
    ready: vec::IntoIter<Entry>,
    over: bool,
}

impl Reader {
    async fn next(mut self) -> Option<(Result<Entry>, Self)> {
        loop {
            if let Some(entry) = self.ready.next() {
                return Some((Ok(entry), self));
            }
            if self.over || self.session.hub().inner().stop.is_cancelled() {
                return None;
            }
            // Before the log is read: what is committed afterwards is news again.
            self.news.mark_unchanged();
            match self.read().await {
                Ok(true) => {}
                Ok(false) => self.wait().await,
                Err(error) => {
                    self.over = true;
                    return Some((Err(error), self));
                }
            }
        }
    }

    /// Reads on; tells whether there was something.
    async fn read(&mut self) -> Result<bool> {
        let mut view = self.session.view(Permission::AuditRead).await?;
        let mut lens = Lens::of(&self.session);
        let mut entries = reading::records(view.as_mut(), self.next, BATCH, &mut lens).await?;
        let Some(last) = entries.last() else { return Ok(false) };
        self.next = last.sequence + 1;
        entries.retain(|entry| self.query.wants(entry));
        self.ready = entries.into_iter();
        Ok(true)
    }

    /// Waits for a commit here, or long enough that there may have been one elsewhere.
    async fn wait(&mut self) {
        let inner = self.session.hub().inner();
        tokio::select! {
            () = inner.stop.cancelled() => {}
            _ = self.news.changed() => {}
            () = tokio::time::sleep(inner.options.tail_every) => {}
        }
    }
}

/// The tails that are open, by whose logs they are of. A tail takes a place as long as it holds its receiver.
#[derive(Debug, Default)]
pub(crate) struct Tails(Mutex<HashMap<OrganizationId, watch::Sender<()>>>);

impl Tails {
    /// Takes a place, where one is free.
    fn open(&self, organization: OrganizationId, options: &HubOptions) -> Result<watch::Receiver<()>> {
        let mut open = lock(&self.0);
        open.retain(|_, sender| sender.receiver_count() > 0);
        let theirs = open.get(&organization).map_or(0, watch::Sender::receiver_count);
        let all: usize = open.values().map(watch::Sender::receiver_count).sum();
        for (taken, max) in [(theirs, options.tails_per_organization), (all, options.tails)] {
            if taken >= max {
                return Err(Error::new(Code::AUDIT_TOO_MANY_TAILS).with("max", max).retry_in(RETRY_IN));
            }
        }
        Ok(open.entry(organization).or_insert_with(|| watch::Sender::new(())).subscribe())
    }

    /// Wakes those who wait for records of these organizations.
    pub(super) fn wake(&self, organizations: &BTreeSet<OrganizationId>) {
        let open = lock(&self.0);
        if open.is_empty() {
            return;
        }
        organizations.iter().filter_map(|id| open.get(id)).for_each(|sender| sender.send_replace(()));
    }
}
