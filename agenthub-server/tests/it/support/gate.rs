//! A runtime whose agents wait until they are let go, or say too much.

use std::sync::Arc;

use agenthub_core::agent::{AiAgent, Call, Chunk, ChunkStream, Description, Output};
use agenthub_core::async_trait;
use agenthub_core::error::Result;
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::Server;

/// Tells of calls that have arrived, and lets them go.
#[derive(Clone)]
pub(crate) struct Gate {
    arrived: Arc<Semaphore>,
    open: Arc<Semaphore>,
}

impl Server {
    /// Adds the runtime `gate`.
    pub(crate) fn gate(&self) -> Gate {
        let closed = || Arc::new(Semaphore::new(0));
        let gate = Gate { arrived: closed(), open: closed() };
        self.app.hub().runtimes().register("gate", gate.clone());
        gate
    }
}

impl Gate {
    /// An agent that it runs.
    pub(crate) fn agent() -> Value {
        json!({ "name": "Gate", "agent_type": "gate" })
    }

    /// Waits for a call to arrive.
    pub(crate) async fn arrived(&self) {
        self.arrived.acquire().await.unwrap().forget();
    }

    /// Lets one call go.
    pub(crate) fn open(&self) {
        self.open.add_permits(1);
    }
}

#[async_trait]
impl AiAgent for Gate {
    fn describe(&self) -> Description {
        Description::new("Waits")
            .capability("wait", "Answers when it is let go")
            .capability("fill", "Answers with more than a mebibyte")
    }

    async fn invoke(&self, call: Call) -> Result<Output> {
        if &*call.capability == "fill" {
            return Ok(json!("x".repeat(1024 * 1024)).into());
        }
        self.arrived.add_permits(1);
        self.open.acquire().await.unwrap().forget();
        Ok(json!("gone").into())
    }

    async fn stream(&self, call: Call) -> Result<ChunkStream> {
        let gate = self.clone();
        let whole = async move { gate.invoke(call).await.map(Chunk::Done) };
        let first = Ok(Chunk::Delta(json!("waiting")));
        let rest = tokio_stream::StreamExt::then(tokio_stream::once(whole), |whole| whole);
        Ok(Box::pin(tokio_stream::StreamExt::chain(tokio_stream::once(first), rest)))
    }
}
