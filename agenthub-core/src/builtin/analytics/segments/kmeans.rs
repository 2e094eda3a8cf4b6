//! Clusters of points by k-means.

use rand::rngs::StdRng;
use rand::{Rng, RngExt, SeedableRng};

use crate::builtin::analytics::work::Stop;
use crate::error::Result;

/// Points of one size each.
pub(super) type Points = Vec<Vec<f64>>;

/// Points in clusters.
#[derive(Debug, Clone)]
pub(super) struct Clusters {
    /// The cluster of each point.
    pub(super) labels: Vec<usize>,
    /// The middle of each cluster.
    pub(super) centers: Points,
    /// The sum of the squared distances of the points from their centers.
    pub(super) inertia: f64,
}

/// The best of several runs of Lloyd's algorithm (S. Lloyd, IEEE Transactions on Information Theory 28, 1982), started by
/// k-means++ (D. Arthur and S. Vassilvitskii, SODA 2007). The same points give the same clusters.
pub(super) fn cluster(points: &Points, count: usize, stop: &Stop) -> Result<Clusters> {
    // Each run may end in a valley of its own; the fewer points, the more that matters and the less it costs.
    let runs = match points.len() {
        0..2_000 => 40,
        2_000..20_000 => 10,
        _ => 3,
    };
    let mut best: Option<Clusters> = None;
    for seed in 0..runs {
        let mut random = StdRng::seed_from_u64(seed);
        let found = lloyd(points, start(points, count, &mut random), stop)?;
        if best.as_ref().is_none_or(|best| found.inertia < best.inertia) {
            best = Some(found);
        }
    }
    Ok(best.unwrap_or(Clusters { labels: Vec::new(), centers: Vec::new(), inertia: 0.0 }))
}

/// The squared distance of two points.
pub(super) fn distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum()
}

/// Chooses the first centers among the points, each with a chance that grows with its distance from those chosen.
fn start(points: &Points, count: usize, random: &mut impl Rng) -> Points {
    let mut centers: Points = vec![points[random.random_range(0..points.len())].clone()];
    let mut nearest = vec![f64::INFINITY; points.len()];
    while centers.len() < count {
        let newest = &centers[centers.len() - 1];
        for (near, point) in nearest.iter_mut().zip(points) {
            *near = near.min(distance(point, newest));
        }
        let mut left = random.random::<f64>() * nearest.iter().sum::<f64>();
        let chosen = nearest.iter().position(|near| {
            left -= near;
            left < 0.0
        });
        centers.push(points[chosen.unwrap_or(points.len() - 1)].clone());
    }
    centers
}

fn lloyd(points: &Points, mut centers: Points, stop: &Stop) -> Result<Clusters> {
    const ROUNDS: usize = 300;
    let mut labels = vec![usize::MAX; points.len()];
    for _ in 0..ROUNDS {
        stop.check()?;
        let mut moved = false;
        for (label, point) in labels.iter_mut().zip(points) {
            let near = nearest(point, &centers).0;
            moved |= *label != near;
            *label = near;
        }
        if !moved {
            break;
        }
        recenter(points, &labels, &mut centers);
    }
    let inertia = points.iter().zip(&labels).map(|(point, label)| distance(point, &centers[*label])).sum();
    Ok(Clusters { labels, centers, inertia })
}

/// The center that is nearest to a point, and how far it is.
fn nearest(point: &[f64], centers: &Points) -> (usize, f64) {
    let mut best = (0, f64::INFINITY);
    for (label, center) in centers.iter().enumerate() {
        let distance = distance(point, center);
        if distance < best.1 {
            best = (label, distance);
        }
    }
    best
}

/// Moves each center to the mean of its points; one without points stays where it is.
fn recenter(points: &Points, labels: &[usize], centers: &mut Points) {
    let size = points[0].len();
    let mut sums = vec![vec![0.0; size]; centers.len()];
    let mut counts = vec![0_usize; centers.len()];
    for (point, label) in points.iter().zip(labels) {
        counts[*label] += 1;
        sums[*label].iter_mut().zip(point).for_each(|(sum, value)| *sum += value);
    }
    for ((center, sum), count) in centers.iter_mut().zip(sums).zip(counts) {
        if count > 0 {
            *center = sum.into_iter().map(|value| value / count as f64).collect();
        }
    }
}
