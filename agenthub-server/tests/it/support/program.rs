//! The program itself, as a process of its own.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The program's file.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_agenthub");

/// The program with these arguments, in a directory of its own.
pub(crate) fn agenthub(directory: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .args(arguments)
        .env("NO_PROXY", "127.0.0.1")
        .current_dir(directory)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// The program while it serves; killed where it was not stopped.
pub(crate) struct Program {
    child: Child,
    address: String,
}

impl Program {
    /// Starts it on a free port.
    pub(crate) fn start(directory: &Path, arguments: &[&str]) -> Self {
        Self::run(agenthub(directory, arguments).args(["--listen", "127.0.0.1:0", "--log", "warn"]))
    }

    /// Runs it, and waits until it says where it listens.
    pub(crate) fn run(command: &mut Command) -> Self {
        let mut child = command.stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().unwrap().unwrap();
        let address = first.rsplit(' ').next().unwrap().to_owned();
        Self { child, address }
    }

    /// Where it listens, as a URL.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Sends it a signal, and waits until it has ended well.
    pub(crate) fn stop(mut self, signal: &str) {
        self.signal(signal);
        assert!(self.child.wait().unwrap().success());
    }

    fn signal(&self, signal: &str) {
        assert!(
            Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap().success()
        );
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
