//! Each file beside this one is an example: `cargo run --example quickstart`.
