//! Finding a minimum without derivatives.

/// Looks for the minimum of `cost` near `start` by the downhill simplex method (J. A. Nelder and R. Mead, The Computer
/// Journal 7, 1965), with `step` as the first size of the simplex.
pub(super) fn minimize(start: &[f64], step: f64, cost: impl Fn(&[f64]) -> f64) -> (Vec<f64>, f64) {
    const ROUNDS: usize = 2_000;
    const CLOSE: f64 = 1e-10;
    let evaluate = |point: Vec<f64>| {
        let value = cost(&point);
        (point, if value.is_finite() { value } else { f64::MAX })
    };
    let mut simplex = vec![evaluate(start.to_vec())];
    for i in 0..start.len() {
        let mut corner = start.to_vec();
        corner[i] += step;
        simplex.push(evaluate(corner));
    }
    for _ in 0..ROUNDS {
        simplex.sort_by(|a, b| a.1.total_cmp(&b.1));
        let last = simplex.len() - 1;
        let (best, worst) = (simplex[0].1, simplex[last].1);
        if worst - best <= CLOSE * (best.abs() + CLOSE) {
            break;
        }
        let center = center(&simplex[..last]);
        // The worst corner, moved through the center of the others: -1 mirrors it.
        let moved = |by: f64| {
            evaluate(
                center
                    .iter()
                    .zip(&simplex[last].0)
                    .map(|(center, worst)| center + by * (worst - center))
                    .collect(),
            )
        };
        let mirrored = moved(-1.0);
        simplex[last] = if mirrored.1 < best {
            let farther = moved(-2.0);
            if farther.1 < mirrored.1 { farther } else { mirrored }
        } else if mirrored.1 < simplex[last - 1].1 {
            mirrored
        } else {
            let nearer = if mirrored.1 < worst { moved(-0.5) } else { moved(0.5) };
            if nearer.1 < worst.min(mirrored.1) {
                nearer
            } else {
                shrink(&mut simplex, &evaluate);
                continue;
            }
        };
    }
    simplex.sort_by(|a, b| a.1.total_cmp(&b.1));
    simplex.swap_remove(0)
}

fn center(corners: &[(Vec<f64>, f64)]) -> Vec<f64> {
    let size = corners[0].0.len();
    (0..size)
        .map(|i| corners.iter().map(|(corner, _)| corner[i]).sum::<f64>() / corners.len() as f64)
        .collect()
}

/// Draws every corner halfway to the best one.
fn shrink(simplex: &mut [(Vec<f64>, f64)], evaluate: &impl Fn(Vec<f64>) -> (Vec<f64>, f64)) {
    let best = simplex[0].0.clone();
    for corner in &mut simplex[1..] {
        *corner = evaluate(best.iter().zip(&corner.0).map(|(best, it)| (best + it) / 2.0).collect());
    }
}
