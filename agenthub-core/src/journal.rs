//! The journal: finished calls are written many at a time, and each caller is answered after its own is durable.
//!
//! There is no timer. A writer takes what waits, commits it in one transaction, and takes what has come meanwhile: the
//! busier the hub, the larger the batches. A call takes its place before it runs, so that no finished call is ever
//! without one; when all places are taken, new calls are refused.

use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwapOption;
use tokio::sync::mpsc::{self, OwnedPermit, Receiver, Sender};
use tokio::sync::{Mutex, oneshot};
use tokio::time::Instant;
use tokio_util::task::TaskTracker;

use crate::audit::follow::GrownLogs;
use crate::error::{Code, Error, ErrorKind, Result};
use crate::hub::HubOptions;
use crate::store::{FinishedCall, Store};

/// How long a caller that found the journal full should wait.
const RETRY_IN: Duration = Duration::from_secs(1);

/// Takes finished calls and writes them.
#[derive(Debug)]
pub(crate) struct Journal {
    /// Gone once the journal is closed.
    sender: ArcSwapOption<Sender<Waiting>>,
    capacity: usize,
}

/// A finished call and its caller, who waits for the answer.
#[derive(Debug)]
struct Waiting {
    call: FinishedCall,
    written: oneshot::Sender<Result<()>>,
}

/// A call's place in the journal. Dropped without a call, it is given back.
#[derive(Debug)]
pub(crate) struct Place(OwnedPermit<Waiting>);

impl Place {
    /// Hands the finished call over. What comes back resolves when it is durable; dropping that does not stop it from
    /// being written.
    pub(crate) fn write(self, call: FinishedCall) -> impl Future<Output = Result<()>> + Send + 'static {
        let (written, answer) = oneshot::channel();
        self.0.send(Waiting { call, written });
        async { answer.await.unwrap_or_else(|_| Err(Error::internal("the journal's writer has stopped"))) }
    }
}

impl Journal {
    /// Starts the writers, which work until [`Journal::close`] and the last place is used or given back.
    pub(crate) fn start(
        store: Arc<dyn Store>,
        grown_logs: Arc<GrownLogs>,
        options: &HubOptions,
        tasks: &TaskTracker,
    ) -> Self {
        let capacity = options.journal_capacity.max(1);
        let (sender, receiver) = mpsc::channel(capacity);
        let receiver = Arc::new(Mutex::new(receiver));
        for _ in 0..options.journal_writers.max(1) {
            let writer = Writer {
                store: Arc::clone(&store),
                grown_logs: Arc::clone(&grown_logs),
                batch: options.journal_batch.max(1),
            };
            tasks.spawn(writer.run(Arc::clone(&receiver)));
        }
        Self { sender: ArcSwapOption::from_pointee(sender), capacity }
    }

    /// Takes a place for a call that is about to run.
    ///
    /// # Errors
    /// `journal.full` where all are taken, `hub.shutting_down` after [`Journal::close`].
    pub(crate) fn take_place(&self) -> Result<Place> {
        let Some(sender) = self.sender.load_full() else {
            return Err(Error::new(Code::SHUTTING_DOWN).retry_in(RETRY_IN));
        };
        let place = Sender::clone(&sender).try_reserve_owned();
        place.map(Place).map_err(|_| {
            metrics::counter!("agenthub_journal_refused_total").increment(1);
            Error::new(Code::JOURNAL_FULL).retry_in(RETRY_IN)
        })
    }

    /// Gives out no more places. The writers end when every place given out is used or given back.
    pub(crate) fn close(&self) {
        self.sender.store(None);
    }

    /// How many places are taken, and how many there are.
    pub(crate) fn load(&self) -> (usize, usize) {
        let free = self.sender.load().as_ref().map_or(0, |sender| sender.capacity());
        (self.capacity - free, self.capacity)
    }
}

/// Commits what waits, again and again.
struct Writer {
    store: Arc<dyn Store>,
    grown_logs: Arc<GrownLogs>,
    batch: usize,
}

impl Writer {
    async fn run(self, receiver: Arc<Mutex<Receiver<Waiting>>>) {
        let mut waiting = Vec::with_capacity(self.batch);
        loop {
            // The lock is held while nothing waits, so that an idle writer does not turn in circles.
            if receiver.lock().await.recv_many(&mut waiting, self.batch).await == 0 {
                return;
            }
            let (calls, callers) = waiting.drain(..).map(|it| (it.call, it.written)).unzip();
            self.write(calls, callers).await;
        }
    }

    async fn write(&self, calls: Vec<FinishedCall>, callers: Vec<oneshot::Sender<Result<()>>>) {
        let begun = Instant::now();
        let written = self.store.append(&calls).await;
        metrics::histogram!("agenthub_journal_batch_size")
            .record(f64::from(u32::try_from(calls.len()).unwrap_or(0)));
        metrics::histogram!("agenthub_journal_commit_seconds").record(begun.elapsed().as_secs_f64());
        self.grown_logs.add(calls.iter().map(|call| call.organization_id));
        match written {
            Ok(()) => callers.into_iter().for_each(|caller| answer(caller, Ok(()))),
            // One bad call must not fail the others that happened to wait beside it.
            Err(error) if error.kind() != ErrorKind::Unavailable && calls.len() > 1 => {
                for (call, caller) in calls.into_iter().zip(callers) {
                    answer(caller, self.store.append(&[call]).await);
                }
            }
            Err(error) => callers.into_iter().for_each(|caller| answer(caller, Err(error.clone()))),
        }
    }
}

/// Answers a caller, who may have gone away.
fn answer(caller: oneshot::Sender<Result<()>>, result: Result<()>) {
    if let Err(error) = &result {
        metrics::counter!("agenthub_journal_failures_total").increment(1);
        tracing::error!(%error, source = ?std::error::Error::source(error), "failed to write a finished call");
    }
    drop(caller.send(result));
}
