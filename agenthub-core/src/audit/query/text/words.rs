//! The words of a query's text.

use std::collections::VecDeque;
use std::iter::Peekable;
use std::str::Chars;

use super::Fault;
use crate::audit::query::Comparison;
use crate::error::Word;

/// A word of a query.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token {
    Open,
    Close,
    Or,
    Not,
    /// A field, how it compares, and with which values, each at its position.
    Field {
        name: String,
        comparison: Comparison,
        values: Vec<(usize, String)>,
    },
    Text(String),
}

/// The words that are left.
pub(super) struct Words {
    rest: VecDeque<(usize, Token)>,
    end: usize,
}

impl Words {
    pub(super) fn new(text: &str) -> Result<Self, Fault> {
        let mut reader = Reader { rest: text.chars().peekable(), position: 1 };
        let mut rest = VecDeque::new();
        while let Some(word) = reader.word()? {
            rest.push_back(word);
        }
        Ok(Self { rest, end: reader.position })
    }

    pub(super) fn peek(&self) -> Option<&Token> {
        self.rest.front().map(|(_, word)| word)
    }

    pub(super) fn next(&mut self) -> Option<(usize, Token)> {
        self.rest.pop_front()
    }

    /// Takes the next word, where it is this one.
    pub(super) fn take(&mut self, word: &Token) -> bool {
        let is = self.peek() == Some(word);
        if is {
            self.rest.pop_front();
        }
        is
    }

    /// Where the next word stands; where the text ends, after the last.
    pub(super) fn position(&self) -> usize {
        self.rest.front().map_or(self.end, |(position, _)| *position)
    }
}

struct Reader<'t> {
    rest: Peekable<Chars<'t>>,
    position: usize,
}

impl Reader<'_> {
    fn bump(&mut self) -> Option<char> {
        let next = self.rest.next()?;
        self.position += 1;
        Some(next)
    }

    fn bump_if(&mut self, wanted: char) -> bool {
        self.rest.peek() == Some(&wanted) && self.bump().is_some()
    }

    fn word(&mut self) -> Result<Option<(usize, Token)>, Fault> {
        while self.rest.peek().is_some_and(|next| next.is_whitespace()) {
            self.bump();
        }
        let here = self.position;
        let Some(next) = self.rest.peek() else { return Ok(None) };
        let word = match next {
            '(' | ')' | '-' => match self.bump() {
                Some('(') => Token::Open,
                Some(')') => Token::Close,
                _ => Token::Not,
            },
            '"' => Token::Text(self.quoted()?),
            _ => self.bare()?,
        };
        Ok(Some((here, word)))
    }

    /// A field with its values, an operator in capitals, or a text.
    fn bare(&mut self) -> Result<Token, Fault> {
        let name = self.plain(|next| matches!(next, ':' | '<' | '>'));
        let comparison = match self.rest.peek() {
            Some(':') => Comparison::Equal,
            Some('<') => Comparison::Less,
            Some('>') => Comparison::Greater,
            _ => {
                return Ok(match name.as_str() {
                    "OR" => Token::Or,
                    "NOT" => Token::Not,
                    "AND" => return Err(Fault::new(self.position - 3, Word::NO_AND)),
                    _ => Token::Text(name),
                });
            }
        };
        self.bump();
        let comparison = match comparison {
            Comparison::Less if self.bump_if('=') => Comparison::AtMost,
            Comparison::Greater if self.bump_if('=') => Comparison::AtLeast,
            other => other,
        };
        let mut values = vec![self.value()?];
        while self.bump_if(',') {
            values.push(self.value()?);
        }
        Ok(Token::Field { name, comparison, values })
    }

    fn value(&mut self) -> Result<(usize, String), Fault> {
        let here = self.position;
        if self.rest.peek() == Some(&'"') {
            return Ok((here, self.quoted()?));
        }
        let value = self.plain(|next| next == ',');
        if value.is_empty() { Err(Fault::new(here, Word::VALUE)) } else { Ok((here, value)) }
    }

    /// What stands until a space, a parenthesis, or whatever else ends it.
    fn plain(&mut self, ends: impl Fn(char) -> bool) -> String {
        let mut text = String::new();
        while let Some(next) = self.rest.peek().copied() {
            if next.is_whitespace() || matches!(next, '(' | ')') || ends(next) {
                break;
            }
            text.push(next);
            self.bump();
        }
        text
    }

    fn quoted(&mut self) -> Result<String, Fault> {
        let here = self.position;
        self.bump();
        let mut text = String::new();
        while let Some(next) = self.bump() {
            match next {
                '"' => return Ok(text),
                '\\' => text.extend(self.bump()),
                other => text.push(other),
            }
        }
        Err(Fault::new(here, Word::CLOSING_QUOTE))
    }
}
