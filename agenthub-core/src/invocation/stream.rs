//! A call whose answer comes piece by piece.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_util::Stream;
use serde_json::Value;
use tokio::sync::mpsc;

use super::{Answer, Invocation};
use crate::error::Result;
use crate::session::Session;

/// How many pieces may wait for a slow reader before the agent is held back.
const WAITING: usize = 32;

/// Something that happens while a call runs.
#[derive(Debug, Clone)]
pub enum Event {
    /// A piece of the answer, for showing.
    Delta(Value),
    /// The end: the answer, after its record is durable, or the error.
    Ended(Result<Box<Answer>>),
}

/// The events of one call; the last is [`Event::Ended`]. Dropping it cancels the call.
#[derive(Debug)]
pub struct EventStream(mpsc::Receiver<Event>);

impl Stream for EventStream {
    type Item = Event;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Event>> {
        self.0.poll_recv(context)
    }
}

impl Session {
    /// Makes a call whose answer comes piece by piece. The call runs whether or not the events are read, up to a
    /// few pieces ahead, and is cancelled when they are dropped.
    pub fn stream(&self, invocation: Invocation) -> EventStream {
        let (sender, receiver) = mpsc::channel(WAITING);
        let session = self.clone();
        self.hub().inner().tasks.spawn(async move {
            let running = session.run_into(invocation, Some(sender.clone()));
            tokio::select! {
                ended = running => drop(sender.send(Event::Ended(ended.map(Box::new))).await),
                () = sender.closed() => {}
            }
        });
        EventStream(receiver)
    }
}
