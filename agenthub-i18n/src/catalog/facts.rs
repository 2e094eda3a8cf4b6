//! What a message needs and refers to, read from its pattern. The build script reads it the same way.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};

/// What a message does with an argument, and so what it must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It is shown, or compared with names.
    Text,
    /// It is counted with, or written as a number.
    Number,
    /// It is written as a date or a time.
    Date,
}

/// A choice by plural category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// By ordinal rules (1st, 2nd), not by cardinal ones.
    pub(crate) ordinal: bool,
    /// The categories that have a variant.
    pub(crate) categories: BTreeSet<String>,
}

/// A message or term that another refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// Its id; that of a term begins with `-`.
    pub(crate) id: String,
    /// Its attribute, if one is meant.
    pub(crate) attribute: Option<String>,
}

/// What is known of one pattern.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    /// The arguments, by name.
    pub(crate) arguments: BTreeMap<String, Kind>,
    /// The choices by plural category.
    pub(crate) choices: Vec<Choice>,
    /// What it refers to.
    pub(crate) references: Vec<Reference>,
    /// The functions it calls.
    pub(crate) functions: BTreeSet<String>,
}

const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Whether the variants choose by number: all names are plural categories, and there is a choice at all.
pub(crate) fn chooses_by_number(variants: &[Variant<&str>]) -> bool {
    let by_number = |variant: &Variant<&str>| match variant.key {
        VariantKey::Identifier { name } => CATEGORIES.contains(&name),
        VariantKey::NumberLiteral { .. } => true,
    };
    variants.iter().all(by_number)
}

/// Whether a selector such as `NUMBER($place, type: "ordinal")` asks for ordinal rules.
pub(crate) fn is_ordinal(selector: &InlineExpression<&str>) -> bool {
    let InlineExpression::FunctionReference { arguments, .. } = selector else { return false };
    let ordinal = InlineExpression::StringLiteral { value: "ordinal" };
    arguments.named.iter().any(|named| named.name.name == "type" && named.value == ordinal)
}

/// Reads a pattern.
pub(crate) fn facts(pattern: &Pattern<&str>) -> Facts {
    let mut facts = Facts::default();
    facts.pattern(pattern);
    facts
}

impl Facts {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, Kind::Text),
            Expression::Select { selector, variants } => self.select(selector, variants),
        }
    }

    fn select(&mut self, selector: &InlineExpression<&str>, variants: &[Variant<&str>]) {
        let by_number = chooses_by_number(variants);
        self.inline(selector, if by_number { Kind::Number } else { Kind::Text });
        if by_number {
            let named = variants.iter().filter_map(|variant| match variant.key {
                VariantKey::Identifier { name } => Some(name.to_owned()),
                VariantKey::NumberLiteral { .. } => None,
            });
            self.choices.push(Choice { ordinal: is_ordinal(selector), categories: named.collect() });
        }
        for variant in variants {
            self.pattern(&variant.value);
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, kind: Kind) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                let known = self.arguments.entry(id.name.to_owned()).or_insert(kind);
                *known = kind.max(*known);
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name.to_owned());
                let kind = if id.name == "DATETIME" { Kind::Date } else { Kind::Number };
                self.call(arguments, kind);
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.refer(id.name.to_owned(), attribute.as_ref().map(|attribute| attribute.name));
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.refer(format!("-{}", id.name), attribute.as_ref().map(|attribute| attribute.name));
                if let Some(arguments) = arguments {
                    self.call(arguments, Kind::Text);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn call(&mut self, arguments: &CallArguments<&str>, kind: Kind) {
        for positional in &arguments.positional {
            self.inline(positional, kind);
        }
    }

    fn refer(&mut self, id: String, attribute: Option<&str>) {
        self.references.push(Reference { id, attribute: attribute.map(str::to_owned) });
    }
}
