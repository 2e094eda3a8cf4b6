//! The `agenthub` program.

/// Requests allocate on one thread and free on another, at which it is faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    agenthub_server::cli::run(std::env::args_os())
}
