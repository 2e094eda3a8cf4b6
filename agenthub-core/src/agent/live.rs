//! An agent that can be invoked: its definition, compiled schemas, and how it does.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use jsonschema::Validator;
use serde_json::Value;

use super::vitals::Vitals;
use super::{Agent, Capability};
use crate::access::{Permission, Permissions};
use crate::error::{Code, Error, Phrase, Result, Violation, schema_fault};

/// How many faults of one document are told.
const SHOWN_FAULTS: usize = 20;

/// An agent that can be invoked.
#[derive(Debug)]
pub(crate) struct LiveAgent {
    pub(crate) agent: Arc<Agent>,
    pub(crate) vitals: Arc<Vitals>,
    /// What a caller needs besides `agents:invoke`.
    pub(crate) required: Permissions,
    offers: HashMap<Arc<str>, Offer>,
}

/// A capability that is offered.
#[derive(Debug)]
pub(crate) struct Offer {
    input: Schema,
    output: Schema,
}

/// A JSON Schema that is compiled when it is first needed.
#[derive(Debug)]
struct Schema(Option<Value>, OnceLock<Option<Validator>>);

impl LiveAgent {
    /// Prepares an agent; its vitals go on where `before` is the same agent.
    pub(crate) fn new(agent: Agent, before: Option<&Self>) -> Self {
        let definition = &agent.definition;
        let enabled = definition.capabilities.iter().filter(|(_, capability)| capability.enabled);
        let offers =
            enabled.map(|(name, capability)| (Arc::from(name.as_str()), Offer::new(capability))).collect();
        let required = definition.required_permissions.iter().filter_map(|it| it.parse::<Permission>().ok());
        Self {
            required: required.collect(),
            vitals: before.map(|it| Arc::clone(&it.vitals)).unwrap_or_default(),
            offers,
            agent: Arc::new(agent),
        }
    }

    pub(crate) fn capabilities(&self) -> impl Iterator<Item = &Arc<str>> {
        self.offers.keys()
    }

    /// The capability of this name.
    ///
    /// # Errors
    /// `capability.not_offered`, naming those that are.
    pub(crate) fn offer(&self, capability: &str) -> Result<&Offer> {
        self.offers.get(capability).ok_or_else(|| not_offered(capability, self.offers.keys()))
    }
}

impl Offer {
    fn new(capability: &Capability) -> Self {
        Self {
            input: Schema(capability.input_schema.clone(), OnceLock::new()),
            output: Schema(capability.output_schema.clone(), OnceLock::new()),
        }
    }

    /// Does the input fit?
    ///
    /// # Errors
    /// `invalid` with every fault, its pointer below `/input`.
    pub(crate) fn check_input(&self, input: &Value) -> Result<()> {
        let faults = self.input.faults(input);
        let violation = |(place, reason): (String, Phrase)| {
            Violation::new(format!("/input{place}"), Code::VALUE_BREAKS_SCHEMA).saying("reason", reason)
        };
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Error::new(Code::INVALID).violating(faults.into_iter().map(violation).collect()))
        }
    }

    /// The first fault of an output, if it does not fit.
    pub(crate) fn output_fault(&self, output: &Value) -> Option<String> {
        let (place, reason) = self.output.faults(output).into_iter().next()?;
        Some(format!("{place}: {reason}"))
    }
}

impl Schema {
    /// Where and how a document breaks the schema.
    fn faults(&self, document: &Value) -> Vec<(String, Phrase)> {
        let Some(validator) = self.validator() else { return Vec::new() };
        if validator.is_valid(document) {
            return Vec::new();
        }
        let faults = validator.iter_errors(document).take(SHOWN_FAULTS);
        faults.map(|fault| (fault.instance_path().to_string(), schema_fault(&fault))).collect()
    }

    /// `None` where there is no schema, or one that takes everything. Whether it is a schema at all was checked when
    /// the agent was created.
    fn validator(&self) -> Option<&Validator> {
        let schema = self.0.as_ref().filter(|schema| **schema != Value::Bool(true))?;
        self.1.get_or_init(|| jsonschema::draft202012::new(schema).ok()).as_ref()
    }
}

/// The error for a capability that nobody offers.
pub(crate) fn not_offered<'a>(capability: &str, offered: impl Iterator<Item = &'a Arc<str>>) -> Error {
    let mut names: Vec<&str> = offered.map(AsRef::as_ref).collect();
    names.sort_unstable();
    let offered = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    Error::new(Code::CAPABILITY_NOT_OFFERED).with("capability", capability).with("offered", offered)
}
