//! What the index says of some blocks: which records a query surely wants, and which it may want.

use std::collections::HashMap;
use std::ops::Range;

use super::range::in_order;
use crate::audit::AuditOrder;
use crate::audit::index::{BLOCK, Block, Places, Told, of_condition, place};
use crate::audit::query::{Condition, Query};
use crate::error::Result;
use crate::store::View;

/// Some blocks, with where the terms of a query stand in them.
pub(super) struct Plan {
    blocks: Vec<Block>,
    /// `None` while that was not looked up.
    postings: Option<HashMap<(String, u64), Places>>,
}

/// Which records of a block a query wants. It wants all of `sure`, and none that is not in `may`.
pub(super) struct Bounds {
    start: u64,
    sure: Places,
    may: Places,
}

impl Plan {
    /// Looks up the blocks of these that may have something that the query wants of a range of records.
    pub(super) async fn load(
        view: &mut dyn View,
        query: &Query,
        blocks: Range<u64>,
        range: &Range<u64>,
    ) -> Result<Self> {
        let mut plan = Self { blocks: view.audit_index().blocks(blocks).await?, postings: None };
        // By their times alone; of most queries that ask for some, few are left.
        let may = |block: &Block| !plan.bounds(query, block, range).may.is_empty();
        let blocks: Vec<_> = plan.blocks.iter().filter(|block| may(block)).cloned().collect();
        let numbers = blocks.first().zip(blocks.last()).map_or(0..0, |(a, z)| a.number..z.number + 1);
        let mut terms = Vec::new();
        add_terms(query, &mut terms);
        terms.sort_unstable();
        terms.dedup();
        let found = view.audit_index().postings(&terms, numbers).await?;
        plan.postings = Some(found.into_iter().map(|it| ((it.term, it.block), it.places)).collect());
        plan.blocks = blocks;
        Ok(plan)
    }

    pub(super) fn blocks(&self, order: AuditOrder) -> impl Iterator<Item = &Block> {
        in_order(order, self.blocks.iter().collect())
    }

    /// What the query wants of the part of a block that lies in `range`.
    pub(super) fn bounds(&self, query: &Query, block: &Block, range: &Range<u64>) -> Bounds {
        let start = block.number * BLOCK;
        let all = places(start, range);
        let (sure, may) = self.evaluate(query, block, &all);
        Bounds { start, sure, may }
    }

    fn evaluate(&self, query: &Query, block: &Block, all: &Places) -> (Places, Places) {
        let each = |queries: &[Query]| -> Vec<_> {
            queries.iter().map(|query| self.evaluate(query, block, all)).collect()
        };
        match query {
            Query::All(queries) => {
                let everything = (all.clone(), all.clone());
                each(queries).into_iter().fold(everything, |(sure, may), it| (sure & it.0, may & it.1))
            }
            Query::Any(queries) => {
                let nothing = (Places::new(), Places::new());
                each(queries).into_iter().fold(nothing, |(sure, may), it| (sure | it.0, may | it.1))
            }
            Query::Not(query) => {
                let (sure, may) = self.evaluate(query, block, all);
                (all - may, all - sure)
            }
            Query::Is(condition) => self.condition(condition, block, all),
        }
    }

    fn condition(&self, condition: &Condition, block: &Block, all: &Places) -> (Places, Places) {
        let known = |places: Places| (places.clone(), places);
        match condition {
            Condition::From(from) => (
                block.places(|part| part.earliest >= *from) & all,
                block.places(|part| part.latest >= *from) & all,
            ),
            Condition::Until(until) => (
                block.places(|part| part.latest < *until) & all,
                block.places(|part| part.earliest < *until) & all,
            ),
            Condition::Sequence(range) => known(places(block.number * BLOCK, range) & all),
            _ => self.by_terms(condition, block, all),
        }
    }

    fn by_terms(&self, condition: &Condition, block: &Block, all: &Places) -> (Places, Places) {
        let unknown = (Places::new(), all.clone());
        let Some(postings) = &self.postings else { return unknown };
        let having = |term| postings.get(&(term, block.number)).cloned().unwrap_or_default();
        match of_condition(condition) {
            Told::Nothing => unknown,
            Told::AllOf(terms) => {
                (Places::new(), terms.into_iter().map(having).fold(all.clone(), |all, places| all & places))
            }
            Told::AnyOf(terms) => {
                let having =
                    terms.into_iter().map(having).fold(Places::new(), |sum, places| sum | places) & all;
                let wanted = if *condition == Condition::Automated(false) { all - having } else { having };
                (wanted.clone(), wanted)
            }
        }
    }
}

impl Bounds {
    /// How many records are surely wanted.
    pub(super) fn least(&self) -> u64 {
        self.sure.len()
    }

    /// The records to look at in order, each with whether it is surely wanted.
    pub(super) fn candidates(&self, order: AuditOrder) -> Vec<(u64, bool)> {
        let all = self.may.iter().map(|at| (self.start + u64::from(at), self.sure.contains(at)));
        in_order(order, all.collect()).collect()
    }
}

/// The part of a block that lies in a range of records.
fn places(start: u64, range: &Range<u64>) -> Places {
    let (from, until) = (range.start.max(start), range.end.min(start + BLOCK));
    let mut places = Places::new();
    if from < until {
        places.insert_range(place(from)..=place(until - 1));
    }
    places
}

fn add_terms(query: &Query, terms: &mut Vec<String>) {
    match query {
        Query::All(queries) | Query::Any(queries) => {
            queries.iter().for_each(|query| add_terms(query, terms));
        }
        Query::Not(query) => add_terms(query, terms),
        Query::Is(condition) => match of_condition(condition) {
            Told::AnyOf(more) | Told::AllOf(more) => terms.extend(more),
            Told::Nothing => {}
        },
    }
}
