//! Plural choices by today's rules.
//!
//! Fluent's own plural rules are of 2022: `es`, `fr` and `pt` have no `many` there. So a choice by number
//! is rewritten when a file is loaded: `{ $n -> [0] a [one] b *[other] c }` becomes
//! `{ EXACT($n) -> [0] a *[other] { PLURAL($n) -> [one] b *[other] c } }`, and both functions are ours.
//! Translators write plain Fluent and need not know.

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement, Resource,
    Variant, VariantKey,
};

use super::facts::chooses_by_number;

/// Rewrites all choices by number of a file.
pub(super) fn rewrite(resource: &mut Resource<&str>) {
    for entry in &mut resource.body {
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_mut(), &mut message.attributes),
            Entry::Term(term) => (Some(&mut term.value), &mut term.attributes),
            _ => continue,
        };
        value.into_iter().for_each(pattern);
        attributes.iter_mut().for_each(|attribute| pattern(&mut attribute.value));
    }
}

fn pattern(pattern: &mut Pattern<&str>) {
    for element in &mut pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            self::expression(expression);
        }
    }
}

fn expression(expression: &mut Expression<&str>) {
    match expression {
        Expression::Inline(InlineExpression::Placeable { expression }) => self::expression(expression),
        Expression::Inline(_) => {}
        Expression::Select { selector, variants } => {
            variants.iter_mut().for_each(|variant| pattern(&mut variant.value));
            if chooses_by_number(variants) {
                *expression = by_number(selector, std::mem::take(variants));
            }
        }
    }
}

fn by_number<'s>(
    selector: &InlineExpression<&'s str>,
    variants: Vec<Variant<&'s str>>,
) -> Expression<&'s str> {
    let is_exact = |variant: &Variant<&str>| matches!(variant.key, VariantKey::NumberLiteral { .. });
    let (mut exact, mut named): (Vec<_>, Vec<_>) = variants.into_iter().partition(is_exact);
    // A default such as `*[0]` is what is left when no category fits.
    if let Some(default) = exact.iter().find(|variant| variant.default) {
        let key = VariantKey::Identifier { name: "other" };
        named.retain(|variant| variant.key != key);
        named.push(Variant { key, value: default.value.clone(), default: true });
    }
    let by_category = Expression::Select { selector: call("PLURAL", selector), variants: named };
    if exact.is_empty() {
        return by_category;
    }
    exact.iter_mut().for_each(|variant| variant.default = false);
    exact.push(Variant {
        key: VariantKey::Identifier { name: "other" },
        value: Pattern { elements: vec![PatternElement::Placeable { expression: by_category }] },
        default: true,
    });
    Expression::Select { selector: call("EXACT", selector), variants: exact }
}

/// The selector as the argument of a function; a `NUMBER(…)` gives its arguments to it.
fn call<'s>(function: &'static str, selector: &InlineExpression<&'s str>) -> InlineExpression<&'s str> {
    let arguments = match selector {
        InlineExpression::FunctionReference { arguments, .. } => arguments.clone(),
        other => CallArguments { positional: vec![other.clone()], named: Vec::new() },
    };
    InlineExpression::FunctionReference { id: Identifier { name: function }, arguments }
}
