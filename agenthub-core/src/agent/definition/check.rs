//! The rules that a definition must keep; every broken one is told.

use agenthub_money::Decimal;
use serde_json::Value;

use super::{Capabilities, Definition};
use crate::access::Permission;
use crate::agent::Capability;
use crate::error::{Code, Result, Violation, Violations, Word, schema_fault};

const NAME: usize = 255;
const LINE: usize = 1_000;
const PAGE: usize = 100_000;
const ENTRIES: usize = 1_000;
const LONGEST_WORD: usize = 64;
/// The most of `config` and of a schema, as JSON.
const DOCUMENT_BYTES: usize = 256 * 1024;

impl Definition {
    /// Does it keep every rule? `found` holds what was found before.
    pub(in crate::agent) fn check(&self, mut found: Violations) -> Result<()> {
        found.length("/name", &self.name, 1, NAME);
        word(&mut found, "/agent_type", &self.agent_type);
        if let Some(runtime) = &self.runtime {
            word(&mut found, "/runtime", runtime);
        }
        self.check_texts(&mut found);
        self.check_lists(&mut found);
        self.check_prices(&mut found);
        self.check_limits(&mut found);
        check_capabilities(&mut found, &self.capabilities);
        document(&mut found, "/config", &Value::Object(self.config.clone()));
        found.into_result()
    }

    fn check_texts(&self, found: &mut Violations) {
        let lines = [
            ("/short_description", &self.short_description),
            ("/business_domain", &self.business_domain),
            ("/owner", &self.owner),
        ];
        for (pointer, text) in lines {
            found.length(pointer, text, 0, LINE);
            printable(found, pointer, text);
        }
        printable(found, "/name", &self.name);
        if let Some(version) = &self.version {
            found.length("/version", version, 1, NAME);
            printable(found, "/version", version);
        }
        let pages = [
            ("/description", &self.description),
            ("/problem_statement", &self.problem_statement),
            ("/operational_details", &self.operational_details),
        ];
        for (pointer, text) in pages {
            found.length(pointer, text, 0, PAGE);
            found.require(!text.contains('\0'), || {
                Violation::new(pointer, Code::VALUE_BAD_FORMAT).saying("expected", Word::NO_NUL)
            });
        }
        for (name, text) in &self.prompt_templates {
            found.length(&format!("/prompt_templates/{}", escape(name)), text, 0, PAGE);
        }
    }

    fn check_lists(&self, found: &mut Violations) {
        let lists = [
            ("/goals", &self.goals),
            ("/in_scope", &self.in_scope),
            ("/out_of_scope", &self.out_of_scope),
            ("/inputs", &self.inputs),
            ("/outputs", &self.outputs),
            ("/security_controls", &self.security_controls),
            ("/personas", &self.personas),
            ("/supported_channels", &self.supported_channels),
            ("/required_permissions", &self.required_permissions),
        ];
        for (pointer, entries) in lists {
            count(found, pointer, entries.len());
            for (i, entry) in entries.iter().enumerate() {
                found.length(&format!("{pointer}/{i}"), entry, 1, LINE);
            }
        }
        for (i, name) in self.required_permissions.iter().enumerate() {
            found.require(name.parse::<Permission>().is_ok(), || {
                let known: Vec<_> = Permission::all().map(Permission::as_str).collect();
                Violation::new(format!("/required_permissions/{i}"), Code::VALUE_NOT_ONE_OF)
                    .with("allowed", known.join(", "))
            });
        }
        count(found, "/tools", self.tools.len());
        for (i, tool) in self.tools.iter().enumerate() {
            found.length(&format!("/tools/{i}/name"), &tool.name, 1, NAME);
        }
        count(found, "/kpis", self.kpis.len());
        for (i, kpi) in self.kpis.iter().enumerate() {
            found.length(&format!("/kpis/{i}/name"), &kpi.name, 1, NAME);
        }
    }

    fn check_prices(&self, found: &mut Violations) {
        price(found, "/base_price", self.base_price);
        price(found, "/token_rate", self.token_rate);
        price(found, "/estimated_cost_per_month", self.estimated_cost_per_month);
        if let Some(percent) = self.success_fee_percent {
            let fits = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent);
            found.require(fits, || out_of_range("/success_fee_percent", "0", "100"));
        }
    }

    fn check_limits(&self, found: &mut Violations) {
        found.require(self.priority.is_none_or(|it| it <= 100), || out_of_range("/priority", "0", "100"));
        found
            .require(self.max_concurrency != Some(0), || out_of_range("/max_concurrency", "1", "4294967295"));
        let seconds = self.timeout_seconds.unwrap_or(1);
        found.require((1..=3600).contains(&seconds), || out_of_range("/timeout_seconds", "1", "3600"));
    }
}

fn check_capabilities(found: &mut Violations, capabilities: &Capabilities) {
    count(found, "/capabilities", capabilities.len());
    for (name, capability) in capabilities {
        let pointer = format!("/capabilities/{}", escape(name));
        word(found, &pointer, name);
        check_capability(found, &pointer, capability);
    }
}

fn check_capability(found: &mut Violations, pointer: &str, capability: &Capability) {
    if let Some(description) = &capability.description {
        found.length(&format!("{pointer}/description"), description, 0, PAGE);
    }
    price(found, &format!("{pointer}/price"), capability.price);
    let schemas = [("input_schema", &capability.input_schema), ("output_schema", &capability.output_schema)];
    for (field, schema) in schemas {
        let Some(schema) = schema else { continue };
        let pointer = format!("{pointer}/{field}");
        document(found, &pointer, schema);
        if let Err(error) = jsonschema::draft202012::new(schema) {
            let place = format!("{pointer}{}", error.instance_path());
            found.push(Violation::new(place, Code::VALUE_BAD_SCHEMA).saying("reason", schema_fault(&error)));
        }
    }
}

/// A word of a-z, 0-9 and `_` that begins with a letter, as names in programs are.
fn word(found: &mut Violations, pointer: &str, text: &str) {
    let fits = text.len() <= LONGEST_WORD
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    found.require(fits, || {
        Violation::new(pointer, Code::VALUE_BAD_FORMAT)
            .saying("expected", Word::PROGRAM_NAME.with("max", LONGEST_WORD))
    });
}

/// Text that a database column and a line of a list can hold.
fn printable(found: &mut Violations, pointer: &str, text: &str) {
    found.require(!text.contains(char::is_control), || {
        Violation::new(pointer, Code::VALUE_BAD_FORMAT).saying("expected", Word::NO_CONTROL_CHARACTERS)
    });
}

fn count(found: &mut Violations, pointer: &str, entries: usize) {
    found.require(entries <= ENTRIES, || Violation::new(pointer, Code::VALUE_TOO_MANY).with("max", ENTRIES));
}

/// A price, exact to a billionth, as the store keeps it.
fn price(found: &mut Violations, pointer: &str, value: Option<Decimal>) {
    let Some(value) = value else { return };
    let fits = value >= Decimal::ZERO && value <= Decimal::from(1_000_000_000u64);
    found.require(fits, || out_of_range(pointer, "0", "1000000000"));
    found.require(value.normalize().scale() <= 9, || {
        Violation::new(pointer, Code::VALUE_BAD_FORMAT).saying("expected", Word::DECIMALS.with("max", 9))
    });
}

fn document(found: &mut Violations, pointer: &str, value: &Value) {
    found.require(value.to_string().len() <= DOCUMENT_BYTES, || {
        Violation::new(pointer, Code::VALUE_TOO_LARGE).with("max", DOCUMENT_BYTES)
    });
}

fn out_of_range(pointer: &str, min: &str, max: &str) -> Violation {
    Violation::new(pointer, Code::VALUE_OUT_OF_RANGE).with("min", min).with("max", max)
}

/// A name as a step of a JSON pointer (RFC 6901 §3).
fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
