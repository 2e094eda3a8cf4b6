//! An agent of your own: a type that implements [`AiAgent`], and a definition that names it.

use agenthub_core::agent::{AiAgent, Call, Definition, Description, Output};
use agenthub_core::store::memory::Memory;
use agenthub_core::{Caller, Hub, Result, async_trait};
use serde_json::json;

struct Counter;

#[async_trait]
impl AiAgent for Counter {
    fn describe(&self) -> Description {
        let input =
            json!({ "type": "object", "properties": { "text": { "type": "string" } }, "required": ["text"] });
        let output = json!({ "type": "object", "required": ["words"] });
        Description::new("Counts").typed_capability(
            "count_words",
            "Counts the words of `text`",
            input,
            output,
        )
    }

    async fn invoke(&self, call: Call) -> Result<Output> {
        let text = call.input["text"].as_str().unwrap_or_default();
        Ok(json!({ "words": text.split_whitespace().count() }).into())
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let hub = Hub::builder(Memory::new()).runtime("counter", Counter).build();
    let session = hub.enter(Caller::system(hub.create_organization("Acme").await?.id));
    session.agents().create(Definition::new("Word counter", "counter")).await?;
    println!("{}", session.invoke("count_words", json!({ "text": "three little words" })).await?.output);
    let refused = session.invoke("count_words", json!({ "txt": "a misspelled field" })).await;
    println!("{}", refused.err().map(|error| error.to_string()).unwrap_or_default());
    hub.close().await;
    Ok(())
}
