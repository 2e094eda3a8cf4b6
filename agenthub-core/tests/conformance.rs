//! The store in memory does what every store must do.

use std::process::ExitCode;
use std::sync::Arc;

use agenthub_core::store::conformance::{self, Case};
use agenthub_core::store::memory::Memory;
use libtest_mimic::{Arguments, Failed, Trial};

fn main() -> ExitCode {
    let trials = conformance::cases()
        .iter()
        .map(|case| Trial::test(format!("memory::{}", case.name), || run(case)))
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn run(case: &Case) -> Result<(), Failed> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(runtime.block_on((case.run)(Arc::new(Memory::new())))?)
}
