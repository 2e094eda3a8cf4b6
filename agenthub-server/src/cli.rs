//! The command line.

mod audit;
mod migrate;
mod serve;
mod user;

use std::error::Error;
use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{Arg, ArgMatches, Command};

use crate::settings::{SETTINGS, Setting, Settings, SettingsError, Sources};

/// What a command may end with.
type Ended = Result<(), Box<dyn Error + Send + Sync>>;

/// Runs the command that `arguments` name; says on standard error what went wrong.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let matches = match command().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => error.exit(),
    };
    match settings(&matches) {
        Err(error) => fail(&error, 2),
        Ok(settings) => match start(&matches, settings) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(error.as_ref(), 1),
        },
    }
}

fn start(matches: &ArgMatches, settings: Settings) -> Ended {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match matches.subcommand() {
            Some(("migrate", matches)) => migrate::run(matches, &settings).await,
            Some(("user", matches)) => user::run(matches, &settings).await,
            Some(("audit", matches)) => audit::run(matches, &settings).await,
            Some(("openapi", _)) => say(&crate::openapi::json()),
            _ => serve::run(settings).await,
        }
    })
}

fn command() -> Command {
    let config = Arg::new("config")
        .long("config")
        .value_name("FILE")
        .env("AGENTHUB_CONFIG")
        .global(true)
        .help("The settings file [default: agenthub.toml, where it exists]");
    let command = Command::new("agenthub")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Runs AI agents as governed services")
        .after_help(
            "Each setting can stand in the settings file (as listen = \"…\"), in the environment or in .env \
             (as AGENTHUB_LISTEN=…), and on the command line (as --listen …). The latter ones win.",
        )
        .arg(config)
        .subcommand(Command::new("serve").about("Serve over HTTP; what is done where no command is named"))
        .subcommand(migrate::command())
        .subcommand(user::command())
        .subcommand(audit::command())
        .subcommand(Command::new("openapi").about("Print the OpenAPI document"));
    SETTINGS.iter().fold(command, |command, setting| command.arg(flag(setting)))
}

fn flag(setting: &'static Setting) -> Arg {
    let mut variables = setting.variable();
    if let Some(also) = setting.also {
        variables = format!("{variables} or {also}");
    }
    let default = if setting.default.is_empty() { "nothing" } else { setting.default };
    let help = format!("{}: {} [env: {variables}] [default: {default}]", setting.help, setting.accepts);
    Arg::new(setting.key)
        .long(setting.flag())
        .value_name("VALUE")
        .global(true)
        .help(help)
        .help_heading("Settings")
}

fn settings(matches: &ArgMatches) -> Result<Settings, SettingsError> {
    // Global flags may stand behind the command as well as before it.
    let deepest = std::iter::successors(Some(matches), |it| it.subcommand().map(|(_, inner)| inner)).last();
    let matches = deepest.unwrap_or(matches);
    let said = |setting: &Setting| Some((setting.key, matches.get_one::<String>(setting.key)?.clone()));
    let mut sources = Sources {
        environment: std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect(),
        flags: SETTINGS.iter().filter_map(said).collect(),
        ..Sources::default()
    };
    sources.read_file(matches.get_one::<String>("config").map(String::as_str))?;
    sources.read_dotenv()?;
    sources.settle()
}

/// Prints a line.
fn say(text: &str) -> Ended {
    Ok(writeln!(io::stdout().lock(), "{text}")?)
}

fn fail(error: &(dyn Error + 'static), code: u8) -> ExitCode {
    let causes = std::iter::successors(error.source(), |cause: &&(dyn Error + 'static)| (*cause).source());
    let text = causes.fold(error.to_string(), |text, cause| format!("{text}\n  because: {cause}"));
    // Nothing is left to do where even this cannot be said.
    drop(writeln!(io::stderr().lock(), "agenthub: {text}"));
    ExitCode::from(code)
}
