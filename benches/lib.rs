//! What the benches share: measuring two things side by side, and a table of their ratios.

use std::time::{Duration, Instant};

/// Whatever ends a bench too early.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A table of ratios; each row is ours beside its floor, measured in the same run.
#[derive(Debug, Default)]
pub struct Table(Vec<Row>);

/// One comparison.
#[derive(Debug)]
struct Row {
    name: String,
    ours: String,
    floor: String,
    ratio: String,
    aim: String,
}

impl Table {
    /// Adds a comparison of two rates (calls a second): the ratio is ours among the floor's, and the aim the least.
    pub fn rates(&mut self, name: &str, ours: f64, floor: f64, aim: f64) {
        let rate = |it: f64| format!("{it:.0}/s");
        self.row(name, rate(ours), rate(floor), format!("{:.2}", ours / floor), format!(">= {aim}"));
    }

    /// Adds a comparison of two times: the ratio is ours among the floor's, and the aim the most.
    pub fn times(&mut self, name: &str, ours: Duration, floor: Duration, aim: f64) {
        let ratio = ours.as_secs_f64() / floor.as_secs_f64().max(1e-12);
        self.row(name, time(ours), time(floor), format!("{ratio:.2}"), format!("<= {aim}"));
    }

    /// Adds a comparison of two times, of which ours has a bound of its own.
    pub fn bounded(&mut self, name: &str, ours: Duration, floor: Duration, aim: Duration) {
        let ratio = ours.as_secs_f64() / floor.as_secs_f64().max(1e-12);
        self.row(name, time(ours), time(floor), format!("{ratio:.2}"), format!("< {}", time(aim)));
    }

    /// Adds what one thing costs above another, which has a bound of its own.
    pub fn extra(&mut self, name: &str, ours: Duration, floor: Duration, aim: Duration) {
        let extra = ours.saturating_sub(floor);
        self.row(name, time(ours), time(floor), format!("+{}", time(extra)), format!("< +{}", time(aim)));
    }

    /// Adds a time that has a bound of its own.
    pub fn time(&mut self, name: &str, ours: Duration, aim: Duration) {
        let aim = if aim == Duration::MAX { String::new() } else { format!("< {}", time(aim)) };
        self.row(name, time(ours), String::new(), String::new(), aim);
    }

    /// Adds a row that is said by hand.
    pub fn row(&mut self, name: &str, ours: String, floor: String, ratio: String, aim: String) {
        self.0.push(Row { name: name.to_owned(), ours, floor, ratio, aim });
    }

    /// Prints the table as Markdown.
    pub fn print(&self, title: &str) {
        println!("\n## {title}\n\n| what | ours | floor | ratio | aim |\n|---|--:|--:|--:|--:|");
        for Row { name, ours, floor, ratio, aim } in &self.0 {
            println!("| {name} | {ours} | {floor} | {ratio} | {aim} |");
        }
    }
}

fn time(time: Duration) -> String {
    match time.as_nanos() {
        0..10_000 => format!("{} ns", time.as_nanos()),
        10_000..10_000_000 => format!("{:.1} us", time.as_secs_f64() * 1e6),
        _ => format!("{:.1} ms", time.as_secs_f64() * 1e3),
    }
}

/// The time of one call of `work`, as the median over rounds of `calls` calls each.
pub fn each(calls: u32, mut work: impl FnMut()) -> Duration {
    median((0..9).map(|_| {
        let begun = Instant::now();
        (0..calls).for_each(|_| work());
        begun.elapsed() / calls
    }))
}

/// The times of one call of two things that await, each as the median over rounds of `calls` calls. The rounds take turns,
/// so that a slow moment of the machine meets both.
pub async fn side_by_side(
    calls: u32,
    mut ours: impl AsyncFnMut() -> Result<(), Failure>,
    mut floor: impl AsyncFnMut() -> Result<(), Failure>,
) -> Result<(Duration, Duration), Failure> {
    let mut rounds = (Vec::new(), Vec::new());
    for _ in 0..9 {
        rounds.0.push(round(calls, &mut ours).await?);
        rounds.1.push(round(calls, &mut floor).await?);
    }
    Ok((median(rounds.0), median(rounds.1)))
}

async fn round(calls: u32, work: &mut impl AsyncFnMut() -> Result<(), Failure>) -> Result<Duration, Failure> {
    let begun = Instant::now();
    for _ in 0..calls {
        work().await?;
    }
    Ok(begun.elapsed() / calls)
}

/// The one in the middle.
pub fn median(rounds: impl IntoIterator<Item = Duration>) -> Duration {
    let mut rounds: Vec<_> = rounds.into_iter().collect();
    rounds.sort_unstable();
    rounds[rounds.len() / 2]
}
