//! The governed call over HTTP, beside a bare handler in the same process layout that checks the same token and
//! group-commits the same rows; reading an agent and a list of them, beside a bare handler with one query. On SQLite, and
//! on PostgreSQL where the tests would find one, in a schema that is dropped afterwards. Then how long the program takes
//! to listen, and the memory that it holds.
//!
//! `cargo bench -p agenthub-benches --bench http`

#![expect(clippy::disallowed_methods, reason = "a bench ends with its process")]

#[path = "bare.rs"]
mod bare;
#[path = "bare_journal.rs"]
mod bare_journal;
#[path = "http/floor.rs"]
mod floor;
#[path = "http/load.rs"]
mod load;
#[path = "http/program.rs"]
mod program;
#[path = "http/server.rs"]
mod server;

use agenthub_benches::{Failure, Table};
use agenthub_store::testing::{TestDatabase, postgres_is_there};
use load::{Load, Target};
use server::{Kind, Server};

/// The program's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const CONNECTIONS: usize = 64;
const ROUNDS: usize = 5;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(place) = arguments.iter().position(|argument| argument == program::AS_PROGRAM) {
        return program::run(&arguments[place + 1..]);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    if let Some(place) = arguments.iter().position(|argument| argument == server::AS_SERVER) {
        return runtime.block_on(server::serve(&arguments[place + 1], &arguments[place + 2]));
    }
    // `-- SQLite` or `-- PostgreSQL` asks for one of the two.
    let wanted = |name: &str| {
        !["SQLite", "PostgreSQL"].iter().any(|it| *it != name && arguments.iter().any(|a| a == it))
    };
    let mut table = Table::default();
    runtime.block_on(async {
        if wanted("SQLite") {
            compare(&mut table, "SQLite", &TestDatabase::sqlite_file()?).await?;
        }
        if wanted("PostgreSQL") && postgres_is_there().await {
            compare(&mut table, "PostgreSQL", &TestDatabase::postgres().await?).await?;
        }
        Ok::<_, Failure>(())
    })?;
    table.print("Over HTTP, 64 connections");
    let mut table = Table::default();
    program::measure(&mut table)?;
    table.print("The program on an SQLite file; the floor is a process that only says a line");
    Ok(())
}

/// Measures ours and the floor in turns, so that a slow moment of the machine meets both; the median round counts.
async fn compare(table: &mut Table, name: &str, database: &TestDatabase) -> Result<(), Failure> {
    let ours = Server::start(Kind::Ours, database.url())?;
    let floor = Server::start(Kind::Floor, database.url())?;
    for target in [Target::Invoke, Target::Get, Target::List] {
        let mut rounds = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            rounds.0.push(load::run(&ours, target, CONNECTIONS).await?);
            rounds.1.push(load::run(&floor, target, CONNECTIONS).await?);
        }
        let (best, best_floor) = (Load::median(rounds.0), Load::median(rounds.1));
        let name = format!("{name}: {}", target.name());
        table.rates(&name, best.rate, best_floor.rate, 0.7);
        table.times(&format!("{name}, p99"), best.p99, best_floor.p99, 1.5);
    }
    Ok(())
}
