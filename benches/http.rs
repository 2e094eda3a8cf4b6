//! The governed call over HTTP, beside a bare handler in the same process layout that checks the same token and
//! group-commits the same rows: on SQLite, and on PostgreSQL where `BENCH_POSTGRES_URL` names a database that may be
//! filled. Then reading an agent and a list of them.
//!
//! `cargo bench -p agenthub-benches --bench http`

#![expect(clippy::disallowed_methods, reason = "a bench ends with its process")]

#[path = "http/floor.rs"]
mod floor;
#[path = "http/load.rs"]
mod load;
#[path = "http/server.rs"]
mod server;

use agenthub_benches::Table;
use load::{Load, Target};
use server::{Kind, Server};

type Failure = Box<dyn std::error::Error>;

const CONNECTIONS: usize = 64;
const ROUNDS: usize = 3;

fn main() -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(place) = arguments.iter().position(|argument| argument == "--serve") {
        return runtime.block_on(server::serve(&arguments[place + 1], &arguments[place + 2]));
    }
    let mut table = Table::default();
    let folder = tempfile::tempdir()?;
    runtime.block_on(async {
        let file = folder.path().join("bench.db");
        compare(&mut table, "SQLite", &format!("sqlite:{}?mode=rwc", file.display())).await?;
        if let Ok(url) = std::env::var("BENCH_POSTGRES_URL") {
            compare(&mut table, "PostgreSQL", &url).await?;
        }
        Ok::<_, Failure>(())
    })?;
    table.print("Over HTTP, 64 connections");
    Ok(())
}

/// Measures ours and the floor in turns, so that a slow moment of the machine meets both; the best rounds count.
async fn compare(table: &mut Table, database: &str, url: &str) -> Result<(), Failure> {
    let ours = Server::start(Kind::Ours, url)?;
    let floor = Server::start(Kind::Floor, url)?;
    for target in [Target::Invoke, Target::Get, Target::List] {
        let (mut best, mut best_floor) = (Load::default(), Load::default());
        for _ in 0..ROUNDS {
            best_floor = best_floor.best(load::run(&floor, target, CONNECTIONS).await?);
            best = best.best(load::run(&ours, target, CONNECTIONS).await?);
        }
        let name = format!("{database}: {}", target.name());
        table.rates(&name, best.rate, best_floor.rate, 0.7);
        table.times(&format!("{name}, p99"), best.p99, best_floor.p99, 1.5);
    }
    table.row(
        &format!("{database}: memory after the load"),
        ours.memory_mib()?,
        floor.memory_mib()?,
        String::new(),
        String::new(),
    );
    Ok(())
}
