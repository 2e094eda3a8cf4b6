//! Segments by k-means: on recency, frequency and monetary value, or on chosen columns.

use serde_json::{Map, Value, json};

use super::Wish;
use super::customers;
use super::kmeans::{Clusters, Points, cluster};
use super::silhouette;
use crate::builtin::analytics::faults::fault;
use crate::builtin::analytics::roles::Assumed;
use crate::builtin::analytics::stats::{deviation, mean, number, percent};
use crate::builtin::analytics::table::{Column, Table};
use crate::builtin::analytics::work::Stop;
use crate::error::{Result, Word};

/// The most clusters that can be asked for.
pub(super) const MOST: usize = 50;
/// The most points that are clustered.
const MAX_POINTS: usize = 500_000;

/// What is clustered: each point with its name and its features as they were read.
struct Subjects {
    features: Vec<String>,
    names: Vec<String>,
    points: Points,
    /// The points as distances are measured: by k-means, skewed features as logarithms.
    measured: Points,
}

/// Answers a call.
pub(super) fn run(table: &Table, wish: &Wish<'_>, stop: &Stop) -> Result<Value> {
    let mut assumed = Assumed::new();
    let subjects = match &wish.features {
        Some(features) => of_columns(table, features, wish, &mut assumed, stop)?,
        None => of_customers(table, wish, &mut assumed, stop)?,
    };
    let scaled = if wish.scale { scale(&subjects.measured) } else { subjects.measured.clone() };
    let (clusters, silhouette) = choose(&scaled, wish.clusters, &mut assumed, stop)?;
    let clusters = by_size(clusters);
    let members = subjects.names.iter().zip(&clusters.labels).zip(&subjects.points).take(wish.limit);
    let member = |((name, label), point): ((&String, &usize), &Vec<f64>)| json!({ "customer": name, "segment": segment_name(*label), "features": subjects.named(point) });
    Ok(json!({
        "method": "kmeans",
        "customers": subjects.points.len(),
        "features": subjects.features,
        "clusters": clusters.centers.len(),
        "inertia": number(clusters.inertia),
        "silhouette": silhouette.map_or(Value::Null, number),
        "segments": segments(&subjects, &clusters),
        "members": members.map(member).collect::<Vec<_>>(),
        "assumed": assumed,
    }))
}

/// Customers by recency, frequency and monetary value. All three are skewed, so their logarithms are compared.
fn of_customers(table: &Table, wish: &Wish<'_>, assumed: &mut Assumed, stop: &Stop) -> Result<Subjects> {
    let customers = customers::read(table, wish, assumed, stop)?;
    let points: Points = customers.all.iter().map(|it| vec![it.recency, it.frequency, it.monetary]).collect();
    let log = |value: &f64| value.signum() * value.abs().ln_1p();
    assumed.push("customers are compared by the logarithms of recency, frequency and monetary value".into());
    Ok(Subjects {
        features: ["recency_days", "frequency", "monetary"].map(str::to_owned).to_vec(),
        names: customers.all.iter().map(|it| customers.column.words[it.name].to_string()).collect(),
        measured: points.iter().map(|point| point.iter().map(log).collect()).collect(),
        points,
    })
}

/// Rows by chosen columns; a row that lacks one of them is left out.
fn of_columns(
    table: &Table,
    features: &[&str],
    wish: &Wish<'_>,
    assumed: &mut Assumed,
    stop: &Stop,
) -> Result<Subjects> {
    if features.is_empty() {
        return Err(fault("/features", Word::TABLE_NAME_COLUMN));
    }
    let columns: Vec<&Column> =
        features.iter().map(|name| table.column("features", name)).collect::<Result<_>>()?;
    let numbers = columns.iter().map(|column| table.numbers(column)).collect::<Result<Vec<_>>>()?;
    let named = wish.customer.map(|name| table.column("customer", name)).transpose()?;
    let (mut names, mut points) = (Vec::new(), Points::new());
    for row in 0..table.rows {
        stop.every(row)?;
        let point: Vec<f64> = numbers.iter().map(|it| it.values[row]).collect();
        if point.iter().all(|value| !value.is_nan()) {
            let name = named.and_then(|column| column.cell(row)).map(str::to_owned);
            names.push(name.unwrap_or_else(|| format!("row {}", row + 1)));
            points.push(point);
        }
    }
    let skipped = table.rows - points.len();
    if skipped > 0 {
        assumed.push(format!("{skipped} rows that lack a feature are left out"));
    }
    let features = features.iter().map(|name| (*name).to_owned()).collect();
    Ok(Subjects { features, names, measured: points.clone(), points })
}

/// Each feature with mean 0 and standard deviation 1, so that none counts more for its unit.
fn scale(points: &Points) -> Points {
    let mut scaled = points.clone();
    for feature in 0..points.first().map_or(0, Vec::len) {
        let values: Vec<f64> = points.iter().map(|point| point[feature]).collect();
        let (mean, deviation) = (mean(&values), deviation(&values));
        let unit = if deviation > 0.0 { deviation } else { 1.0 };
        scaled.iter_mut().for_each(|point| point[feature] = (point[feature] - mean) / unit);
    }
    scaled
}

/// As many clusters as are asked for, or the number from 2 to 8 with the best silhouette.
fn choose(
    points: &Points,
    asked: Option<usize>,
    assumed: &mut Assumed,
    stop: &Stop,
) -> Result<(Clusters, Option<f64>)> {
    const TRIED: usize = 8;
    let distinct = distinct(points);
    if points.len() > MAX_POINTS {
        return Err(fault(
            "/table",
            Word::TABLE_CUSTOMERS.with("count", points.len()).with("max", MAX_POINTS),
        ));
    }
    if distinct < asked.unwrap_or(2) {
        let (pointer, wanted) = (if asked.is_some() { "/clusters" } else { "/table" }, asked.unwrap_or(2));
        return Err(fault(pointer, Word::TABLE_FEW_CUSTOMERS.with("wanted", wanted).with("found", distinct)));
    }
    let mut best: Option<(Clusters, Option<f64>)> = None;
    for count in asked.map_or(2..=TRIED.min(distinct), |count| count..=count) {
        let found = cluster(points, count, stop)?;
        let silhouette = silhouette::measure(points, &found.labels, stop)?;
        if best.as_ref().is_none_or(|(_, least)| silhouette > *least) {
            best = Some((found, silhouette));
        }
    }
    let best = best.ok_or_else(|| fault("/table", Word::TABLE_NO_CLUSTERS))?;
    if asked.is_none() {
        assumed.push(format!("{} clusters have the best silhouette of 2 to {TRIED}", best.0.centers.len()));
    }
    Ok(best)
}

fn distinct(points: &Points) -> usize {
    let bits = |point: &Vec<f64>| point.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
    points.iter().map(bits).collect::<std::collections::HashSet<_>>().len()
}

/// The clusters numbered by size, the largest first.
fn by_size(clusters: Clusters) -> Clusters {
    let mut sizes = vec![0_usize; clusters.centers.len()];
    clusters.labels.iter().for_each(|label| sizes[*label] += 1);
    let mut ranked: Vec<usize> = (0..sizes.len()).collect();
    ranked.sort_by_key(|label| std::cmp::Reverse(sizes[*label]));
    let mut place = vec![0; ranked.len()];
    ranked.iter().enumerate().for_each(|(new, old)| place[*old] = new);
    Clusters {
        labels: clusters.labels.iter().map(|label| place[*label]).collect(),
        centers: ranked.iter().map(|old| clusters.centers[*old].clone()).collect(),
        inertia: clusters.inertia,
    }
}

fn segment_name(label: usize) -> String {
    format!("cluster_{}", label + 1)
}

/// How large each cluster is, and where its middle lies, in the features' own units.
fn segments(subjects: &Subjects, clusters: &Clusters) -> Vec<Value> {
    let size = subjects.features.len();
    let mut sums = vec![(0_usize, vec![0.0; size]); clusters.centers.len()];
    for (point, label) in subjects.points.iter().zip(&clusters.labels) {
        sums[*label].0 += 1;
        sums[*label].1.iter_mut().zip(point).for_each(|(sum, value)| *sum += value);
    }
    let segment = |(label, (count, sums)): (usize, (usize, Vec<f64>))| {
        let middle: Vec<f64> = sums.iter().map(|sum| sum / count as f64).collect();
        json!({
            "segment": segment_name(label),
            "customers": count,
            "customers_percent": percent(count as f64, subjects.points.len() as f64),
            "means": subjects.named(&middle),
        })
    };
    sums.into_iter().enumerate().map(segment).collect()
}

impl Subjects {
    fn named(&self, point: &[f64]) -> Map<String, Value> {
        self.features.iter().cloned().zip(point.iter().map(|value| number(*value))).collect()
    }
}
