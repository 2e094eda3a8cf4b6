//! The capability `customer_segmentation`.

mod clusters;
mod customers;
mod kmeans;
mod rfm;
mod silhouette;

use serde_json::Value;

use super::options::Options;
use super::table::Table;
use super::timed::date_order;
use super::work::Stop;
use crate::error::Result;

/// How customers are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    Rfm,
    KMeans,
}

/// What the input says.
struct Wish<'a> {
    customer: Option<&'a str>,
    value: Option<&'a str>,
    date: Option<&'a str>,
    order: Option<super::table::DateOrder>,
    as_of: Option<&'a str>,
    features: Option<Vec<&'a str>>,
    clusters: Option<usize>,
    scale: bool,
    limit: usize,
}

/// Answers a call.
pub(super) fn run(input: &Value, stop: &Stop) -> Result<Value> {
    let mut options = Options::of(input)?;
    let method = options.choice("method", &[("rfm", Method::Rfm), ("kmeans", Method::KMeans)]);
    let wish = Wish {
        customer: options.text("customer"),
        value: options.text("value"),
        date: options.text("date"),
        order: date_order(&mut options),
        as_of: options.text("as_of"),
        features: options.texts("features"),
        clusters: options.whole("clusters", 2, clusters::MOST),
        scale: options.flag("scale").unwrap_or(true),
        limit: options.whole("limit", 0, 100_000).unwrap_or(100),
    };
    options.finish()?;
    let table = Table::read(input, stop)?;
    let by_clusters = wish.features.is_some() || wish.clusters.is_some();
    match method.unwrap_or(if by_clusters { Method::KMeans } else { Method::Rfm }) {
        Method::Rfm => rfm::run(&table, &wish, stop),
        Method::KMeans => clusters::run(&table, &wish, stop),
    }
}
