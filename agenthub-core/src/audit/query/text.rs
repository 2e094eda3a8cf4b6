//! The text language of queries: `actor.type:ai_agent action:invoke -outcome:ok changes.total>1000`.
//!
//! ```text
//! query = either { either }                 all must hold
//! either = term { "OR" term }               one must hold
//! term = [ "-" | "NOT" ] ( "(" query ")" | field op value { "," value } | value )
//! op = ":" | "<" | "<=" | ">" | ">="
//! ```
//! A value with spaces stands in double quotes, with `\"` and `\\` inside. A value alone is looked for as text.

mod fields;
mod words;

use super::{Condition, Query};
use crate::error::{Code, Detail, Violation, Word};
use words::{Token, Words};

/// How deep parentheses may stand in parentheses.
const MAX_DEPTH: usize = 16;
/// The longest text that is read, in bytes.
const MAX_LENGTH: usize = 4096;

/// What is wrong with the text, and where: characters from the beginning, the first is 1.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::audit) struct Fault {
    position: usize,
    expected: Detail,
}

impl Fault {
    fn new(position: usize, expected: impl Into<Detail>) -> Self {
        Self { position, expected: expected.into() }
    }

    /// The fault of the value at `pointer`.
    pub(in crate::audit) fn at(self, pointer: &str) -> Violation {
        Violation::new(pointer, Code::VALUE_BAD_QUERY)
            .with("position", self.position)
            .saying("expected", self.expected)
    }
}

/// Reads a query. Nothing asks for everything.
pub(in crate::audit) fn read(text: &str) -> Result<Query, Fault> {
    if text.len() > MAX_LENGTH {
        return Err(Fault::new(MAX_LENGTH, Word::BYTES.with("max", MAX_LENGTH)));
    }
    let mut words = Words::new(text)?;
    let query = all(&mut words, 0)?;
    match words.next() {
        None => Ok(query),
        Some((position, _)) => Err(Fault::new(position, Word::END_OF_QUERY)),
    }
}

fn all(words: &mut Words, depth: usize) -> Result<Query, Fault> {
    let mut queries = Vec::new();
    while !matches!(words.peek(), None | Some(Token::Close)) {
        queries.push(either(words, depth)?);
    }
    Ok(Query::All(queries))
}

fn either(words: &mut Words, depth: usize) -> Result<Query, Fault> {
    let mut queries = vec![term(words, depth)?];
    while words.take(&Token::Or) {
        queries.push(term(words, depth)?);
    }
    Ok(if queries.len() == 1 { queries.remove(0) } else { Query::Any(queries) })
}

fn term(words: &mut Words, depth: usize) -> Result<Query, Fault> {
    let here = words.position();
    match words.next() {
        Some((_, Token::Not)) if depth < MAX_DEPTH => Ok(Query::not(term(words, depth + 1)?)),
        Some((_, Token::Open)) if depth < MAX_DEPTH => {
            let query = all(words, depth + 1)?;
            let end = words.position();
            if words.take(&Token::Close) { Ok(query) } else { Err(Fault::new(end, Detail::text(")"))) }
        }
        Some((_, Token::Not | Token::Open)) => Err(Fault::new(here, Word::FEWER_PARENTHESES)),
        Some((_, Token::Field { name, comparison, values })) => {
            let mut queries: Vec<_> = values
                .into_iter()
                .map(|(at, value)| fields::condition(&name, here, comparison, value, at))
                .collect::<Result<_, _>>()?;
            Ok(if queries.len() == 1 { queries.remove(0) } else { Query::Any(queries) })
        }
        Some((_, Token::Text(text))) => Ok(Query::Is(Condition::text(&text))),
        Some((_, Token::Or | Token::Close)) | None => Err(Fault::new(here, Word::QUERY_TERM)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::ActorKind;
    use crate::audit::query::{Comparison, Operand};
    use crate::interaction::Outcome;

    fn is(condition: Condition) -> Query {
        Query::Is(condition)
    }

    #[test]
    fn the_terms_of_a_query_must_all_hold() {
        let query = read("actor.type:ai_agent action:invoke -outcome:ok changes.total>1000").unwrap();
        let expected = [
            is(Condition::ActorType(ActorKind::AiAgent)),
            is(Condition::Action("invoke".to_owned())),
            Query::not(is(Condition::Outcome(Outcome::Success))),
            is(Condition::Changed {
                field: "total".to_owned(),
                comparison: Comparison::Greater,
                operand: Operand::new("1000"),
            }),
        ];
        assert_eq!(query, Query::All(expected.into()));
    }

    #[test]
    fn or_binds_closer_than_and_as_in_search_engines() {
        let action = |name: &str| is(Condition::Action(name.to_owned()));
        let query = read("action:a OR action:b action:c").unwrap();
        assert_eq!(query, Query::All(vec![Query::Any(vec![action("a"), action("b")]), action("c")]));
        assert_eq!(read("action:a,b").unwrap(), Query::All(vec![Query::Any(vec![action("a"), action("b")])]));
    }

    #[test]
    fn quotes_keep_a_value_together() {
        let query = read(r#""no such \"table\"" request.path:"POST /api/v1/agents""#).unwrap();
        let expected = [
            is(Condition::Text(r#"no such "table""#.to_owned())),
            is(Condition::RequestPath("POST /api/v1/agents".to_owned())),
        ];
        assert_eq!(query, Query::All(expected.into()));
    }

    #[test]
    fn a_fault_names_its_place_and_what_could_stand_there() {
        let faults = [
            ("colour:red", 1, "a field: actor, actor.type, "),
            ("action:a (action:b", 19, ")"),
            ("action:a )", 10, "the end of the text"),
            ("action:", 8, "a value"),
            ("-", 2, "a field, a text or ("),
            ("OR action:a", 1, "a field, a text or ("),
            ("x outcome:maybe", 11, "success, "),
            ("severity>=grave", 11, "info, warning, critical"),
            ("at>yesterday", 4, "a time"),
            ("action>5", 1, "a field with an order"),
            ("\"open", 1, "a closing quote"),
            ("sequence:x", 10, "a whole number"),
        ];
        for (text, position, expected) in faults {
            let fault = read(text).unwrap_err();
            assert_eq!(fault.position, position, "{text}: {fault:?}");
            assert!(fault.expected.to_string().starts_with(expected), "{text}: {fault:?}");
        }
        let deep = format!("{}x{}", "(".repeat(100), ")".repeat(100));
        assert_eq!(read(&deep).unwrap_err().position, MAX_DEPTH + 1);
    }
}
