//! The program itself: how long it takes to listen, and the memory that it holds while nobody asks.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use agenthub_benches::{Failure, Table, median};

/// With this argument a process is the program, with the arguments behind it; without any, it only says a line.
pub const AS_PROGRAM: &str = "--as-program";

const STARTS: usize = 9;
/// By then, what is done once after the start is done.
const SETTLED: Duration = Duration::from_secs(2);
const AIM: Duration = Duration::from_millis(100);
const AIM_MIB: f64 = 40.0;

/// Is the program, in a process of its own.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    if arguments.is_empty() {
        println!("a line");
        std::thread::sleep(SETTLED * 2);
        return Ok(());
    }
    let name = "agenthub".to_owned();
    agenthub_server::cli::run([name].iter().chain(arguments).map(Into::into));
    Ok(())
}

/// Starts it on a file that is not there yet, and again and again on the one that then is.
pub fn measure(table: &mut Table) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let flag = |flag: &str, value: &str| [flag.to_owned(), value.to_owned()];
    let file = format!("sqlite:{}", folder.path().join("agenthub.db").display());
    let arguments =
        [flag("--database-url", &file), flag("--listen", "127.0.0.1:0"), flag("--log", "error")].concat();
    let first = Running::start(&arguments)?.took;
    let (mut starts, mut floors) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        starts.push(Running::start(&arguments)?.took);
        floors.push(Running::start(&[])?.took);
    }
    let floor = median(floors);
    table.bounded("from its start until it listens, new file", first, floor, AIM);
    table.bounded("from its start until it listens", median(starts), floor, AIM);
    let (ours, bare) = (Running::start(&arguments)?, Running::start(&[])?);
    std::thread::sleep(SETTLED);
    let (ours, bare) = (ours.memory_mib()?, bare.memory_mib()?);
    let mib = |mib: f64| format!("{mib:.1} MiB");
    let aim = format!("< {AIM_MIB} MiB");
    table.row("memory while nobody asks", mib(ours), mib(bare), format!("{:.2}", ours / bare), aim);
    Ok(())
}

/// A process that has said its first line.
struct Running {
    child: Child,
    took: Duration,
}

impl Running {
    fn start(arguments: &[String]) -> Result<Self, Failure> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(AS_PROGRAM).args(arguments).stdout(Stdio::piped());
        let begun = Instant::now();
        let mut child = command.spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no output")?).read_line(&mut line)?;
        let running = Self { child, took: begun.elapsed() };
        if line.is_empty() { Err("the program did not start".into()) } else { Ok(running) }
    }

    fn memory_mib(&self) -> Result<f64, Failure> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find(|line| line.starts_with("VmRSS")).ok_or("no VmRSS")?;
        let kib: f64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
        Ok(kib / 1024.0)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
