//! The commands of the README, as they stand there: the server is built and started by its command, the others are
//! run one after the other in a shell.
#![cfg(test)]

use std::io::Write as _;
use std::net::TcpStream;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Building the server for the first time takes minutes.
const PATIENCE: Duration = Duration::from_secs(30 * 60);

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The shell commands of the README, block by block.
fn blocks() -> Vec<String> {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let blocks = readme.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default());
    blocks.map(str::to_owned).collect()
}

/// The server, in a process group of its own, so that cargo and what it started end together.
struct Server(Child);

impl Server {
    fn start(command: &str, folder: &Path) -> Self {
        let database = format!("sqlite:{}", folder.join("agenthub.db").display());
        let mut shell = Command::new("bash");
        shell.args(["-c", command]).current_dir(root()).env("DATABASE_URL", database);
        Self(shell.process_group(0).stdout(Stdio::null()).spawn().unwrap())
    }

    fn wait_until_it_listens(&mut self) {
        let begun = Instant::now();
        while TcpStream::connect("127.0.0.1:8000").is_err() {
            assert!(self.0.try_wait().unwrap().is_none(), "the server has ended");
            assert!(begun.elapsed() < PATIENCE, "the server does not listen");
            std::thread::park_timeout(Duration::from_millis(50));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let group = format!("-{}", self.0.id());
        drop(Command::new("kill").args(["-TERM", "--", &group]).status());
        drop(self.0.wait());
    }
}

#[test]
fn every_command_of_the_readme_does_what_it_says() {
    assert!(TcpStream::connect("127.0.0.1:8000").is_err(), "something else listens on port 8000");
    let blocks = blocks();
    let (start, rest) = blocks.split_first().unwrap();
    let (tests, commands) = rest.split_last().unwrap();
    assert!(start.starts_with("cargo run "), "{start}");
    assert!(tests.starts_with("cargo test "), "the last command is the one that runs this test");
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::start(start, folder.path());
    server.wait_until_it_listens();

    let mut shell = Command::new("bash")
        .args(["-eu", "-o", "pipefail"])
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    shell.stdin.take().unwrap().write_all(commands.concat().as_bytes()).unwrap();
    let output = shell.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();

    assert!(output.status.success(), "{said}");
    assert!(!said.contains("urn:agenthub:error"), "a command was refused: {said}");
    for expected in ["access_token", "totals", "trend", "anomalies", "forecast", "success_rate", "leaf_hash"]
    {
        assert!(said.contains(&format!("\"{expected}\"")), "no {expected} in {said}");
    }
}
