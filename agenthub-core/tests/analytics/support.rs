//! Calling the agent, and comparing what it says.

use std::sync::Arc;

use agenthub_core::agent::{Agent, AiAgent, Call, Definition, Status};
use agenthub_core::audit::Actor;
use agenthub_core::builtin::Analytics;
use agenthub_core::{AgentId, Error, Id};
use chrono::DateTime;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

pub(crate) const SALES: &str = include_str!("../../../examples/data/sales.csv");
pub(crate) const AIR_PASSENGERS: &str = include_str!("../fixtures/analytics/air_passengers.csv");
pub(crate) const NILE: &str = include_str!("../fixtures/analytics/nile.csv");
pub(crate) const IRIS: &str = include_str!("../fixtures/analytics/iris.csv");

/// A call of an agent that nobody cancels.
pub(crate) fn call(capability: &str, input: Value) -> Call {
    let agent = Agent {
        id: AgentId::new(),
        version_number: 1,
        status: Status::Active,
        definition: Definition::new("Analyst", "analytics"),
        created_at: DateTime::UNIX_EPOCH,
        created_by: Actor::System,
        updated_at: DateTime::UNIX_EPOCH,
        updated_by: Actor::System,
        deleted_at: None,
    };
    Call {
        capability: capability.into(),
        input: Arc::new(input),
        agent: Arc::new(agent),
        organization: Id::new(),
        interaction: Id::new(),
        deadline: DateTime::UNIX_EPOCH,
        cancelled: CancellationToken::new(),
    }
}

/// The agent's answer or refusal. An answer must fit the schema that the agent publishes, and so must its input.
pub(crate) fn ask(capability: &str, input: Value) -> Result<Value, Error> {
    let described = Analytics.describe().capabilities;
    let info = described.iter().find(|it| it.name == capability).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let answer = runtime.block_on(Analytics.invoke(call(capability, input.clone())))?.value;
    fits(&info.input_schema, &input);
    fits(&info.output_schema, &answer);
    Ok(answer)
}

fn fits(schema: &Value, instance: &Value) {
    let validator = jsonschema::draft202012::new(schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(instance).map(|it| format!("{}: {it}", it.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// The agent's answer.
pub(crate) fn answer(capability: &str, input: Value) -> Value {
    ask(capability, input).unwrap()
}

/// Each fault that the agent finds in the input, as `place reason`.
pub(crate) fn faults(capability: &str, input: Value) -> Vec<String> {
    let error = ask(capability, input).unwrap_err();
    assert_eq!(error.code().as_str(), "invalid", "{error}");
    error.violations().iter().map(ToString::to_string).collect()
}

/// A table of CSV text.
pub(crate) fn csv(text: impl Into<String>) -> Value {
    json!({ "csv": text.into() })
}

/// A part of what other programs computed.
pub(crate) fn reference(pointer: &str) -> Value {
    let all: Value = serde_json::from_str(include_str!("../fixtures/analytics/reference.json")).unwrap();
    all.pointer(pointer).unwrap().clone()
}

/// Are two numbers the same but for this part of the second?
#[track_caller]
pub(crate) fn near(found: &Value, expected: &Value, tolerance: f64) {
    let (found, expected) = (found.as_f64().unwrap(), expected.as_f64().unwrap());
    assert!((found - expected).abs() <= tolerance * expected.abs(), "{found} is not near {expected}");
}
