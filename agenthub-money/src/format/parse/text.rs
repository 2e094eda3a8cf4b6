//! Taking an amount's text apart: sign, currency, number.

use crate::format::tokens::{Role, Tokens};
use crate::{Currency, Error};

/// A character and where in the text it stood.
type Place = (char, usize);

/// An amount's text, taken apart.
pub(super) struct Reading<'a> {
    pub(super) negative: bool,
    pub(super) number: &'a [Place],
    pub(super) currency: Option<Found<'a>>,
}

/// What the text calls the currency, and what that can mean.
pub(super) struct Found<'a> {
    pub(super) token: String,
    pub(super) meanings: &'a [(Role, Currency)],
}

/// The text as it is compared: one kind of space, minus and apostrophe; no invisible marks, no space at the ends.
/// Places are counted in characters of the text as it was given.
pub(crate) fn normal(text: &str) -> Vec<Place> {
    let mut normal: Vec<Place> =
        text.chars().enumerate().filter_map(|(at, c)| Some((same(c)?, at))).collect();
    while normal.last().is_some_and(|(c, _)| *c == ' ') {
        normal.pop();
    }
    let blank = normal.iter().take_while(|(c, _)| *c == ' ').count();
    normal.drain(..blank);
    normal
}

fn same(c: char) -> Option<char> {
    match c {
        '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
        c if c.is_whitespace() => Some(' '),
        '\u{2212}' | '\u{2010}' | '\u{2011}' | '\u{ff0d}' => Some('-'),
        '\u{2019}' | '\u{2bc}' => Some('\''),
        c => Some(c),
    }
}

pub(super) fn read<'a>(text: &'a [Place], tokens: &'a Tokens) -> Result<Reading<'a>, Error> {
    let mut rest = text;
    let mut negative = false;
    if let [('(', _), inner @ .., (')', _)] = rest {
        (rest, negative) = (inner, true);
    }
    let mut currency = None;
    rest = strip_start(rest, tokens, &mut negative, &mut currency)?;
    rest = strip_end(rest, tokens, &mut negative, &mut currency)?;
    Ok(Reading { negative, number: rest, currency })
}

fn strip_start<'a>(
    mut rest: &'a [Place],
    tokens: &'a Tokens,
    negative: &mut bool,
    currency: &mut Option<Found<'a>>,
) -> Result<&'a [Place], Error> {
    loop {
        rest = match rest {
            [] => return Err(Error::unreadable(0, "a number")),
            [(c, _), ..] if c.is_numeric() => return Ok(rest),
            [(' ', _), after @ ..] => after,
            [('-', _), after @ ..] if !*negative => {
                *negative = true;
                after
            }
            [(_, at), ..] => match tokens.at_start(rest) {
                Some((length, meanings)) if currency.is_none() => {
                    *currency = Some(found(&rest[..length], meanings));
                    &rest[length..]
                }
                _ => return Err(Error::unreadable(*at, "a digit, a minus or the sign of a currency")),
            },
        };
    }
}

fn strip_end<'a>(
    mut rest: &'a [Place],
    tokens: &'a Tokens,
    negative: &mut bool,
    currency: &mut Option<Found<'a>>,
) -> Result<&'a [Place], Error> {
    loop {
        // First of all a token: some names end in a year.
        let token = if currency.is_none() { tokens.at_end(rest) } else { None };
        if let Some((length, meanings)) = token {
            let (before, token) = rest.split_at(rest.len() - length);
            *currency = Some(found(token, meanings));
            rest = before;
            continue;
        }
        rest = match rest {
            [.., (c, _)] if c.is_numeric() => return Ok(rest),
            [before @ .., (' ', _)] => before,
            [before @ .., ('-', _)] if !*negative => {
                *negative = true;
                before
            }
            [.., (_, at)] => {
                return Err(Error::unreadable(*at, "a digit, a minus or the sign of a currency"));
            }
            [] => return Err(Error::unreadable(0, "a number")),
        };
    }
}

fn found<'a>(token: &[Place], meanings: &'a [(Role, Currency)]) -> Found<'a> {
    Found { token: token.iter().map(|(c, _)| *c).collect(), meanings }
}
