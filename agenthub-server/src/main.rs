//! The `agenthub` program.

fn main() -> std::process::ExitCode {
    agenthub_server::cli::run(std::env::args_os())
}
