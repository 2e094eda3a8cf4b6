//! A runtime that does what agents should and should not do.

use std::future::pending;

use agenthub_core::agent::{AiAgent, Call, Chunk, ChunkStream, Description, Output, Tokens};
use agenthub_core::async_trait;
use agenthub_core::error::{Code, Error, Result};
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_stream::StreamExt as _;

use super::Server;

struct Moody {
    hanging: UnboundedSender<()>,
}

impl Server {
    /// Adds the runtime `moody`; tells each time that a call of it hangs.
    pub(crate) fn be_moody(&self) -> UnboundedReceiver<()> {
        let (hanging, hangs) = unbounded_channel();
        self.app.hub().runtimes().register("moody", Moody { hanging });
        hangs
    }
}

/// An agent that `moody` runs.
pub(crate) fn moody() -> Value {
    json!({ "name": "Moody", "agent_type": "moody" })
}

#[async_trait]
impl AiAgent for Moody {
    fn describe(&self) -> Description {
        let name =
            json!({ "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] });
        let text = json!({ "type": "string" });
        Description::new("Has moods")
            .typed_capability("greet", "Greets by name", name, json!({ "type": "object" }))
            .typed_capability("lie", "Promises text, and gives a number", json!(true), text)
            .capability("count", "Counts to three, piece by piece")
            .capability("dawdle", "Counts to one, and never goes on")
            .capability("fail", "Fails")
            .capability("hang", "Never answers")
            .capability("panic", "Panics")
    }

    async fn invoke(&self, call: Call) -> Result<Output> {
        let value = match &*call.capability {
            "greet" => json!({ "text": format!("Hello, {}!", call.input["name"].as_str().unwrap()) }),
            "count" | "lie" => json!(3),
            "panic" => panic!("a bad mood"),
            "hang" => {
                self.hanging.send(()).unwrap();
                pending().await
            }
            _ => return Err(Error::new(Code::INTERNAL).source("a secret reason")),
        };
        Ok(Output { value, tokens: Tokens { input: 10, output: 5 } })
    }

    async fn stream(&self, call: Call) -> Result<ChunkStream> {
        if &*call.capability == "dawdle" {
            return Ok(Box::pin(
                tokio_stream::once(Ok(Chunk::Delta(json!(1)))).chain(tokio_stream::pending()),
            ));
        }
        let deltas = if &*call.capability == "count" { vec![1, 2] } else { vec![] };
        let done = self.invoke(call).await.map(Chunk::Done);
        let deltas = deltas.into_iter().map(|number| Ok(Chunk::Delta(json!(number))));
        Ok(Box::pin(tokio_stream::iter(deltas.chain([done]))))
    }
}
