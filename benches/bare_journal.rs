//! What the floors do with a finished call: group-commit it in the barest way.

use std::sync::Arc;

use agenthub_benches::Failure;
use agenthub_core::store::{FinishedCall, Store};
use tokio::sync::{mpsc, oneshot};

type Waiting = (FinishedCall, oneshot::Sender<()>);

/// A journal without limits, refusals, or counts.
#[derive(Clone)]
pub struct BareJournal(mpsc::Sender<Waiting>);

impl BareJournal {
    /// Starts its one writer.
    pub fn start(store: Arc<dyn Store>) -> Self {
        let (journal, mut waiting) = mpsc::channel::<Waiting>(16_384);
        tokio::spawn(async move {
            let mut batch = Vec::new();
            while waiting.recv_many(&mut batch, 1_024).await > 0 {
                let (calls, callers): (Vec<_>, Vec<_>) = batch.drain(..).unzip();
                if store.append(&calls).await.is_ok() {
                    callers.into_iter().for_each(|caller: oneshot::Sender<()>| _ = caller.send(()));
                }
            }
        });
        Self(journal)
    }

    /// Writes a call; it is durable when this returns.
    pub async fn write(&self, call: FinishedCall) -> Result<(), Failure> {
        let (written, answer) = oneshot::channel();
        self.0.send((call, written)).await?;
        Ok(answer.await?)
    }
}
