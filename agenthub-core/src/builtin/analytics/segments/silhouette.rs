//! How well clusters are apart.

use super::kmeans::{Points, distance};
use crate::builtin::analytics::work::Stop;
use crate::error::Result;

/// The points that are measured, evenly spread over all; the work grows with their square.
const MEASURED: usize = 2_000;

/// The mean silhouette of the points, -1 to 1 (P. J. Rousseeuw, Journal of Computational and Applied Mathematics 20,
/// 1987); of an even sample where there are very many. None where all lie in one cluster.
pub(super) fn measure(points: &Points, labels: &[usize], stop: &Stop) -> Result<Option<f64>> {
    let step = points.len().div_ceil(MEASURED).max(1);
    let sample: Vec<usize> = (0..points.len()).step_by(step).collect();
    let clusters = labels.iter().max().map_or(0, |last| last + 1);
    let mut sizes = vec![0_usize; clusters];
    sample.iter().for_each(|place| sizes[labels[*place]] += 1);
    if sizes.iter().filter(|size| **size > 0).count() < 2 {
        return Ok(None);
    }
    let mut sum = 0.0;
    for place in &sample {
        stop.check()?;
        let mut distances = vec![0.0; clusters];
        for other in &sample {
            distances[labels[*other]] += distance(&points[*place], &points[*other]).sqrt();
        }
        sum += of_point(labels[*place], &distances, &sizes);
    }
    Ok(Some(sum / sample.len() as f64))
}

/// One point's silhouette, from the sums of its distances to each cluster; 0 for a point alone in its cluster.
fn of_point(own: usize, distances: &[f64], sizes: &[usize]) -> f64 {
    if sizes[own] < 2 {
        return 0.0;
    }
    let inside = distances[own] / (sizes[own] - 1) as f64;
    let others = (0..sizes.len()).filter(|it| *it != own && sizes[*it] > 0);
    let outside = others.map(|it| distances[it] / sizes[it] as f64).fold(f64::INFINITY, f64::min);
    let larger = inside.max(outside);
    if larger > 0.0 { (outside - inside) / larger } else { 0.0 }
}
