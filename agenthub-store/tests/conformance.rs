//! The conformance suite over every database: what the store in memory must do, this store must do.

use std::process::ExitCode;
use std::sync::Arc;

use agenthub_core::store::conformance::{Case, cases};
use agenthub_store::testing::{TestDatabase, postgres_is_required, postgres_is_there};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

#[derive(Clone, Copy, Debug)]
enum Backend {
    SqliteMemory,
    SqliteFile,
    Postgres,
}

impl Backend {
    async fn database(self) -> agenthub_core::Result<TestDatabase> {
        match self {
            Self::SqliteMemory => Ok(TestDatabase::sqlite_memory()),
            Self::SqliteFile => TestDatabase::sqlite_file(),
            Self::Postgres => TestDatabase::postgres().await,
        }
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let there = Runtime::new().is_ok_and(|runtime| runtime.block_on(postgres_is_there()));
    let postgres = there || postgres_is_required();
    let mut trials = Vec::new();
    for backend in [Backend::SqliteMemory, Backend::SqliteFile, Backend::Postgres] {
        let there = postgres || !matches!(backend, Backend::Postgres);
        for case in cases() {
            let name = format!("{backend:?}::{}", case.name);
            trials.push(Trial::test(name, move || run(backend, case)).with_ignored_flag(!there));
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn run(backend: Backend, case: &Case) -> Result<(), Failed> {
    Runtime::new()?.block_on(async {
        let database = backend.database().await?;
        let store = Arc::new(database.store().await?);
        (case.run)(store).await?;
        Ok(())
    })
}
