//! A PostgreSQL of the test's own, with a certificate of its own; gone with this value.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use libtest_mimic::Failed;
use tempfile::TempDir;

/// Can one be started here?
pub(crate) fn is_possible() -> bool {
    programs().is_some() && keeper().is_ok()
}

/// A PostgreSQL that listens on a port of its own. With TLS it takes no connection without.
pub(crate) struct Cluster {
    directory: TempDir,
    programs: PathBuf,
    keeper: Option<(u32, u32)>,
    port: u16,
}

impl Cluster {
    pub(crate) fn start(with_tls: bool) -> Result<Self, Failed> {
        let programs = programs().ok_or("PostgreSQL's initdb is not there")?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let cluster = Self { directory: TempDir::new()?, programs, keeper: keeper()?, port };
        cluster.give(cluster.directory.path())?;
        let data = cluster.path("data");
        cluster.run("initdb", &["-D", &data, "-U", "postgres", "-A", "trust", "--no-sync"])?;

        let pair = rcgen::generate_simple_self_signed(["localhost".to_owned()])?;
        cluster.write("server.crt", &pair.cert.pem())?;
        cluster.write("server.key", &pair.signing_key.serialize_pem())?;
        let (ssl, kind) = if with_tls { ("on", "hostssl") } else { ("off", "host") };
        cluster.write("data/pg_hba.conf", &format!("{kind} all all all trust\n"))?;
        let (certificate, key) = (cluster.path("server.crt"), cluster.path("server.key"));
        let options = format!(
            "-p {port} -c listen_addresses=localhost -c unix_socket_directories='' -c fsync=off \
             -c ssl={ssl} -c ssl_cert_file={certificate} -c ssl_key_file={key}"
        );
        let log = cluster.path("log");
        cluster.run("pg_ctl", &["start", "-w", "-D", &data, "-l", &log, "-o", &options])?;
        Ok(cluster)
    }

    /// Leads to it by one of its names.
    pub(crate) fn url(&self, host: &str, sslmode: &str) -> String {
        format!("postgres://postgres@{host}:{}/postgres?sslmode={sslmode}", self.port)
    }

    /// The certificate that it shows, signed by itself, for `localhost`.
    pub(crate) fn certificate(&self) -> PathBuf {
        self.directory.path().join("server.crt")
    }

    fn path(&self, name: &str) -> String {
        self.directory.path().join(name).display().to_string()
    }

    fn write(&self, name: &str, text: &str) -> Result<(), Failed> {
        let path = self.directory.path().join(name);
        fs::write(&path, text)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
        self.give(&path)
    }

    fn give(&self, path: &Path) -> Result<(), Failed> {
        if let Some((user, group)) = self.keeper {
            chown(path, Some(user), Some(group))?;
        }
        Ok(())
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Result<(), Failed> {
        let mut command = Command::new(self.programs.join(program));
        command.args(arguments).current_dir(self.directory.path()).stdin(Stdio::null());
        if let Some((user, group)) = self.keeper {
            command.uid(user).gid(group);
        }
        // A pipe would stay open as long as the server runs.
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        if status.success() { Ok(()) } else { Err(format!("{program} ended with {status}").into()) }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // It may not have been started.
        drop(self.run("pg_ctl", &["stop", "-m", "immediate", "-D", &self.path("data")]));
    }
}

/// Where the newest PostgreSQL's programs are: Debian keeps those of each version apart.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok();
    let mut places: Vec<_> =
        versions.into_iter().flatten().flatten().map(|entry| entry.path().join("bin")).collect();
    places.sort();
    let search = std::env::var_os("PATH").unwrap_or_default();
    places.into_iter().rev().chain(std::env::split_paths(&search)).find(|it| it.join("initdb").is_file())
}

/// As whom it must run: PostgreSQL refuses to run as root.
fn keeper() -> Result<Option<(u32, u32)>, Failed> {
    if TempDir::new()?.path().metadata()?.uid() != 0 {
        return Ok(None);
    }
    Ok(Some((id("-u")?, id("-g")?)))
}

fn id(which: &str) -> Result<u32, Failed> {
    let output = Command::new("id").args([which, "postgres"]).output()?;
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}
