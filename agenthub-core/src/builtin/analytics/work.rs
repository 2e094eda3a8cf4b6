//! Running long work off the async threads, and stopping it.

use tokio_util::sync::CancellationToken;

use crate::error::{Code, Error, Result};

/// Tells long loops when nobody waits for the answer any more.
#[derive(Debug, Clone)]
pub(super) struct Stop(CancellationToken);

/// How many steps a loop takes between two looks at the token.
const STRIDE: usize = 8192;

impl Stop {
    /// Fails when the call was cancelled.
    pub(super) fn check(&self) -> Result<()> {
        if self.0.is_cancelled() { Err(Error::new(Code::INVOCATION_CANCELLED)) } else { Ok(()) }
    }

    /// The same, looking only now and then; `step` counts the loop's rounds.
    pub(super) fn every(&self, step: usize) -> Result<()> {
        if step.is_multiple_of(STRIDE) { self.check() } else { Ok(()) }
    }
}

/// Runs `work` on a blocking thread. When the token fires or this future is dropped, its [`Stop`] says so.
pub(super) async fn blocking<T: Send + 'static>(
    cancelled: &CancellationToken,
    work: impl FnOnce(&Stop) -> Result<T> + Send + 'static,
) -> Result<T> {
    let token = cancelled.child_token();
    let _cancel_on_drop = token.clone().drop_guard();
    let stop = Stop(token);
    match tokio::task::spawn_blocking(move || work(&stop)).await {
        Ok(result) => result,
        Err(failed) => match failed.try_into_panic() {
            // The hub turns a panic of an agent into its own error; ours must not look different.
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(Error::new(Code::SHUTTING_DOWN)),
        },
    }
}
