//! A load over kept connections: each sends its next request when its last one is answered.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use agenthub_benches::Failure;

use crate::server::Server;

/// For how long a round loads, after a short one that does not count.
const ROUND: Duration = Duration::from_secs(3);
const WARM_UP: Duration = Duration::from_millis(500);

/// What is asked for.
#[derive(Clone, Copy)]
pub enum Target {
    Invoke,
    Get,
    List,
}

impl Target {
    pub fn name(self) -> &'static str {
        match self {
            Self::Invoke => "governed call",
            Self::Get => "get an agent",
            Self::List => "list 20 agents",
        }
    }

    fn request(self, server: &Server) -> String {
        let Server { agent, token, port, .. } = server;
        let rest = format!("HTTP/1.1\r\nHost: localhost:{port}\r\nAuthorization: Bearer {token}\r\n");
        match self {
            Self::Get => format!("GET /api/v1/agents/{agent} {rest}\r\n"),
            Self::List => format!("GET /api/v1/agents?limit=20 {rest}\r\n"),
            Self::Invoke => {
                let body = r#"{"capability":"echo","input":{"text":"hello"}}"#;
                let length = body.len();
                format!(
                    "POST /api/v1/agents/{agent}/invoke {rest}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
                )
            }
        }
    }
}

/// What a load saw.
#[derive(Clone, Copy)]
pub struct Load {
    /// Answers a second.
    pub rate: f64,
    /// 99 of 100 answers came at least this fast.
    pub p99: Duration,
}

impl Load {
    /// The round in the middle, by its rate.
    pub fn median(mut rounds: Vec<Self>) -> Self {
        rounds.sort_by(|a, b| a.rate.total_cmp(&b.rate));
        rounds[rounds.len() / 2]
    }
}

/// Loads a server for a while.
pub async fn run(server: &Server, target: Target, connections: usize) -> Result<Load, Failure> {
    let request = Arc::new(target.request(server));
    drive(server.port, &request, connections, WARM_UP).await?;
    let begun = Instant::now();
    let mut times = drive(server.port, &request, connections, ROUND).await?;
    let took = begun.elapsed();
    times.sort_unstable();
    let p99 = times[(times.len() * 99 / 100).min(times.len() - 1)];
    Ok(Load { rate: times.len() as f64 / took.as_secs_f64(), p99 })
}

async fn drive(
    port: u16,
    request: &Arc<String>,
    connections: usize,
    time: Duration,
) -> Result<Vec<Duration>, Failure> {
    let until = Instant::now() + time;
    let mut tasks = Vec::new();
    for _ in 0..connections {
        tasks.push(tokio::spawn(ask(port, Arc::clone(request), until)));
    }
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await?.map_err(|error| error.to_string())?);
    }
    Ok(times)
}

async fn ask(port: u16, request: Arc<String>, until: Instant) -> std::io::Result<Vec<Duration>> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.set_nodelay(true)?;
    let mut buffer = Vec::with_capacity(64 * 1024);
    let mut times = Vec::new();
    while Instant::now() < until {
        let begun = Instant::now();
        stream.write_all(request.as_bytes()).await?;
        read_answer(&mut stream, &mut buffer).await?;
        times.push(begun.elapsed());
    }
    Ok(times)
}

/// Reads one answer whole; anything but a 200 ends the bench.
async fn read_answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> std::io::Result<()> {
    buffer.clear();
    loop {
        if stream.read_buf(buffer).await? == 0 {
            return Err(std::io::Error::other("the server hung up"));
        }
        let Some(head) = buffer.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let text = String::from_utf8_lossy(&buffer[..head]).to_ascii_lowercase();
        if !text.starts_with("http/1.1 200") {
            return Err(std::io::Error::other(format!("{}", String::from_utf8_lossy(buffer))));
        }
        let length = text.lines().find_map(|line| line.strip_prefix("content-length:"));
        let length: usize =
            length.and_then(|it| it.trim().parse().ok()).ok_or(std::io::Error::other("no length"))?;
        while buffer.len() < head + 4 + length {
            if stream.read_buf(buffer).await? == 0 {
                return Err(std::io::Error::other("the server hung up"));
            }
        }
        return Ok(());
    }
}
