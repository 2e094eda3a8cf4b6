//! Scores by recency, frequency and monetary value (A. M. Hughes, "Strategic Database Marketing", 1994), and the
//! segments that they make.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Wish;
use super::customers::{self, Customer};
use crate::builtin::analytics::roles::Assumed;
use crate::builtin::analytics::stats::{exact, mean, number, percent};
use crate::builtin::analytics::table::Table;
use crate::builtin::analytics::work::Stop;
use crate::error::Result;

/// A customer's three scores, 1 to 5; 5 is best.
#[derive(Debug, Clone, Copy)]
struct Scores {
    recency: u8,
    frequency: u8,
    monetary: u8,
}

/// Answers a call.
pub(super) fn run(table: &Table, wish: &Wish<'_>, stop: &Stop) -> Result<Value> {
    let mut assumed = Assumed::new();
    let customers = customers::read(table, wish, &mut assumed, stop)?;
    let all = &customers.all;
    // A short time since the last purchase is good, so its scores are turned round.
    let recency = fifths(all, |it| -it.recency);
    let frequency = fifths(all, |it| it.frequency);
    let monetary = fifths(all, |it| it.monetary);
    let scores: Vec<Scores> = (0..all.len())
        .map(|i| Scores { recency: recency[i], frequency: frequency[i], monetary: monetary[i] })
        .collect();
    let mut ranked: Vec<usize> = (0..all.len()).collect();
    ranked
        .sort_by(|a, b| all[*b].monetary.total_cmp(&all[*a].monetary).then(all[*a].name.cmp(&all[*b].name)));
    let listed = ranked.iter().take(wish.limit).map(|i| {
        let (customer, scores) = (&all[*i], scores[*i]);
        json!({
            "customer": *customers.column.words[customer.name],
            "segment": scores.segment(),
            "recency_days": exact(customer.recency),
            "frequency": exact(customer.frequency),
            "monetary": exact(customer.monetary),
            "scores": [scores.recency, scores.frequency, scores.monetary],
        })
    });
    Ok(json!({
        "method": "rfm",
        "as_of": customers.as_of.to_string(),
        "customers": all.len(),
        "segments": segments(all, &scores),
        "members": listed.collect::<Vec<_>>(),
        "assumed": assumed,
    }))
}

/// In which fifth each customer's measure lies; equal ones lie in the same, by the middle of their ranks.
fn fifths(customers: &[Customer], measure: impl Fn(&Customer) -> f64) -> Vec<u8> {
    let mut ranked: Vec<usize> = (0..customers.len()).collect();
    let of = |place: &usize| measure(&customers[*place]);
    ranked.sort_by(|a, b| of(a).total_cmp(&of(b)));
    let mut scores = vec![0; customers.len()];
    let mut below = 0;
    for equal in ranked.chunk_by(|a, b| of(a) == of(b)) {
        let middle = (below as f64 + equal.len() as f64 / 2.0) / customers.len() as f64;
        for place in equal {
            scores[*place] = (1 + (5.0 * middle) as u8).min(5);
        }
        below += equal.len();
    }
    scores
}

impl Scores {
    /// The segment, by how recent the customer is and how much there is of it: the mean of the other two scores.
    fn segment(self) -> &'static str {
        let weight = f64::from(self.frequency + self.monetary) / 2.0;
        match self.recency {
            4.. if weight >= 4.0 => "champions",
            3.. if weight >= 3.5 => "loyal",
            4.. if weight >= 2.0 => "promising",
            4.. => "new",
            3 => "needs_attention",
            1 if weight >= 4.0 => "cannot_lose",
            _ if weight >= 3.0 => "at_risk",
            2 => "about_to_sleep",
            _ => "lost",
        }
    }
}

/// What each segment is worth, the most valuable first.
fn segments(customers: &[Customer], scores: &[Scores]) -> Vec<Value> {
    let mut members: BTreeMap<&str, Vec<&Customer>> = BTreeMap::new();
    for (customer, scores) in customers.iter().zip(scores) {
        members.entry(scores.segment()).or_default().push(customer);
    }
    let worth = |members: &[&Customer]| members.iter().map(|it| it.monetary).sum::<f64>();
    let whole: f64 = customers.iter().map(|it| it.monetary).sum();
    let mut ranked: Vec<_> = members.into_iter().collect();
    ranked.sort_by(|a, b| worth(&b.1).total_cmp(&worth(&a.1)).then(a.0.cmp(b.0)));
    let segment = |(name, members): (&str, Vec<&Customer>)| {
        let average =
            |of: fn(&Customer) -> f64| number(mean(&members.iter().map(|it| of(it)).collect::<Vec<_>>()));
        json!({
            "segment": name,
            "customers": members.len(),
            "customers_percent": percent(members.len() as f64, customers.len() as f64),
            "monetary": number(worth(&members)),
            "monetary_percent": percent(worth(&members), whole),
            "average_recency_days": average(|it| it.recency),
            "average_frequency": average(|it| it.frequency),
            "average_monetary": average(|it| it.monetary),
        })
    };
    ranked.into_iter().map(segment).collect()
}
