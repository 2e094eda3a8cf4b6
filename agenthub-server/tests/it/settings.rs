//! What the server can be told, and what it says of what it does not take.

use std::process::{Command, Stdio};
use std::time::Duration;

use agenthub_server::Settings;
use agenthub_server::settings::{DatabaseUrl, SETTINGS, Sources};

fn variables(said: &[(&str, &str)]) -> Vec<(String, String)> {
    said.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn the_defaults_need_no_configuration() {
    let settings = Settings::default();
    assert_eq!(settings.listen, "127.0.0.1:8000");
    assert!(matches!(settings.database, DatabaseUrl::Sqlite(path) if path.to_str() == Some("agenthub.db")));
    // Every setting's default is one that it takes: all said at once, nothing is refused.
    let said: Vec<_> = SETTINGS.iter().map(|it| (it.variable(), it.default.to_owned())).collect();
    Sources { environment: said, ..Sources::default() }.settle().unwrap();
}

#[test]
fn the_command_line_wins_over_the_environment_over_dotenv_over_the_file() {
    let mut sources = Sources {
        file: Some(("agenthub.toml".to_owned(), "access_token_minutes = 1\nlisten = \"a:1\"".to_owned())),
        ..Sources::default()
    };
    let minutes = |sources: &Sources| sources.settle().unwrap().access_token_ttl.as_secs() / 60;
    assert_eq!(minutes(&sources), 1);
    sources.dotenv = variables(&[("ACCESS_TOKEN_EXPIRE_MINUTES", "2")]);
    assert_eq!(minutes(&sources), 2);
    sources.environment = variables(&[("ACCESS_TOKEN_EXPIRE_MINUTES", "3")]);
    assert_eq!(minutes(&sources), 3);
    sources.environment.extend(variables(&[("AGENTHUB_ACCESS_TOKEN_MINUTES", "4")]));
    assert_eq!(minutes(&sources), 4);
    sources.flags = vec![("access_token_minutes", "5".to_owned())];
    assert_eq!(minutes(&sources), 5);
    assert_eq!(sources.settle().unwrap().listen, "a:1");
}

#[test]
fn every_fault_is_named_with_its_source_and_what_is_taken() {
    let sources = Sources {
        file: Some(("my.toml".to_owned(), "listn = 1\nhttps = \"maybe\"".to_owned())),
        environment: variables(&[("SECRET_KEY", "short-secret"), ("AGENTHUB_LOG_FORMAT", "xml")]),
        flags: vec![("listen", "nowhere".to_owned())],
        ..Sources::default()
    };
    let text = sources.settle().unwrap_err().to_string();
    for part in [
        "my.toml: listn is unknown; known are listen, ",
        "my.toml: https: \"maybe\" is not taken; it takes true or false",
        "environment: SECRET_KEY: what it says is not taken; it takes at least 32 characters",
        "environment: AGENTHUB_LOG_FORMAT: \"xml\" is not taken; it takes text or json",
        "--listen: \"nowhere\" is not taken",
    ] {
        assert!(text.contains(part), "{part:?} is missing in {text}");
    }
    assert!(!text.contains("short-secret"), "{text}");
}

#[test]
fn a_target_inside_tls_has_a_port_and_no_ipv6_address() {
    for target in ["tls://siem.example.org", "tls://[2001:db8::7]:6514", "tls://2001:db8::7:6514"] {
        let flags = vec![("audit_forward", target.to_owned())];
        let text = Sources { flags, ..Sources::default() }.settle().unwrap_err().to_string();
        assert!(text.contains("--audit-forward: what it says is not taken; it takes"), "{text}");
        assert!(text.contains("tls://HOST:PORT (no IPv6 address)"), "{text}");
    }
}

#[test]
fn a_list_in_the_file_is_a_list() {
    let text = "cors_origins = [\"https://a.example\", \"http://b.example:3000\"]".to_owned();
    let sources = Sources { file: Some(("agenthub.toml".to_owned(), text)), ..Sources::default() };
    assert_eq!(sources.settle().unwrap().cors_origins, ["https://a.example", "http://b.example:3000"]);
}

#[test]
fn settings_show_no_secrets() {
    let said =
        variables(&[("DATABASE_URL", "postgres://me:hunter2@host/db"), ("SECRET_KEY", &"hunter2".repeat(5))]);
    let settings = Sources { environment: said, ..Sources::default() }.settle().unwrap();
    assert!(!format!("{settings:?} {}", settings.database).contains("hunter2"));
    assert_eq!(settings.request_timeout, Duration::from_secs(30));
}

#[test]
fn help_documents_every_setting() {
    let output = Command::new(env!("CARGO_BIN_EXE_agenthub")).arg("--help").output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    for setting in SETTINGS {
        for name in [format!("--{}", setting.flag()), setting.variable()] {
            assert!(help.contains(&name), "{name} is missing in {help}");
        }
    }
}

#[test]
fn a_wrong_setting_ends_the_program_with_status_2() {
    let directory = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_agenthub"))
        .current_dir(directory.path())
        .env("ACCESS_TOKEN_EXPIRE_MINUTES", "soon")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("environment: ACCESS_TOKEN_EXPIRE_MINUTES: \"soon\" is not taken"), "{said}");
}
