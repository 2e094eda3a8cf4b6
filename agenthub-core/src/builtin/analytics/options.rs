//! Reading the input's fields, so that every wrong one is told at once.

use serde_json::{Map, Value};

use crate::error::{Code, Result, Violation, Violations, Word};

/// The fields of an input, each asked for once by name; [`Options::finish`] tells what was wrong.
pub(super) struct Options<'a> {
    object: &'a Map<String, Value>,
    known: Vec<&'static str>,
    faults: Violations,
}

impl<'a> Options<'a> {
    /// The fields of `input`, which must be an object.
    pub(super) fn of(input: &'a Value) -> Result<Self> {
        let mut faults = Violations::default();
        let Some(object) = input.as_object() else {
            faults.push(
                Violation::new("", Code::VALUE_WRONG_TYPE)
                    .saying("expected", Word::OBJECT_WITH.with("field", "table")),
            );
            return Err(faults.into());
        };
        Ok(Self { object, known: vec!["table"], faults })
    }

    fn get(&mut self, name: &'static str) -> Option<&'a Value> {
        self.known.push(name);
        self.object.get(name).filter(|value| !value.is_null())
    }

    fn wrong(&mut self, name: &str, expected: Word) {
        let violation = Violation::new(format!("/{name}"), Code::VALUE_WRONG_TYPE);
        self.faults.push(violation.saying("expected", expected));
    }

    /// A text.
    pub(super) fn text(&mut self, name: &'static str) -> Option<&'a str> {
        let value = self.get(name)?;
        if value.as_str().is_none() {
            self.wrong(name, Word::TEXT);
        }
        value.as_str()
    }

    /// A list of texts, or one.
    pub(super) fn texts(&mut self, name: &'static str) -> Option<Vec<&'a str>> {
        let value = self.get(name)?;
        let texts = match value {
            Value::String(one) => Some(vec![one.as_str()]),
            Value::Array(many) => many.iter().map(Value::as_str).collect(),
            _ => None,
        };
        if texts.is_none() {
            self.wrong(name, Word::LIST_OF_TEXTS);
        }
        texts
    }

    /// A number between `min` and `max`.
    pub(super) fn number(&mut self, name: &'static str, min: f64, max: f64) -> Option<f64> {
        let value = self.get(name)?;
        let Some(number) = value.as_f64() else {
            self.wrong(name, Word::NUMBER);
            return None;
        };
        self.in_range(name, (min..=max).contains(&number), min, max);
        Some(number)
    }

    /// A whole number between `min` and `max`.
    pub(super) fn whole(&mut self, name: &'static str, min: usize, max: usize) -> Option<usize> {
        let value = self.get(name)?;
        let whole = value.as_f64().filter(|it| it.fract() == 0.0);
        let Some(number) = whole else {
            self.wrong(name, Word::WHOLE_NUMBER);
            return None;
        };
        self.in_range(name, (min as f64..=max as f64).contains(&number), min, max);
        Some(number as usize)
    }

    fn in_range(
        &mut self,
        name: &str,
        holds: bool,
        min: impl std::fmt::Display,
        max: impl std::fmt::Display,
    ) {
        self.faults.require(holds, || {
            Violation::new(format!("/{name}"), Code::VALUE_OUT_OF_RANGE).with("min", min).with("max", max)
        });
    }

    /// True or false.
    pub(super) fn flag(&mut self, name: &'static str) -> Option<bool> {
        let value = self.get(name)?;
        if value.as_bool().is_none() {
            self.wrong(name, Word::TRUE_OR_FALSE);
        }
        value.as_bool()
    }

    /// One of a few words, each with what it stands for.
    pub(super) fn choice<T: Copy>(&mut self, name: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let word = self.text(name)?;
        let found = choices.iter().find(|(known, _)| *known == word).map(|(_, it)| *it);
        self.faults.require(found.is_some(), || {
            let allowed: Vec<&str> = choices.iter().map(|(known, _)| *known).collect();
            Violation::new(format!("/{name}"), Code::VALUE_NOT_ONE_OF).with("allowed", allowed.join(", "))
        });
        found
    }

    /// Fails with every wrong field, those included that nobody asked for.
    pub(super) fn finish(mut self) -> Result<()> {
        for name in self.object.keys().filter(|name| !self.known.contains(&name.as_str())) {
            let violation = Violation::new(format!("/{}", escape(name)), Code::VALUE_UNKNOWN_FIELD);
            self.faults.push(violation.with("name", name).with("allowed", self.known.join(", ")));
        }
        self.faults.into_result()
    }
}

/// A name as a part of a JSON pointer.
fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
