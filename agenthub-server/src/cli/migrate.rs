//! `agenthub migrate`: moving the database from one version of the schema to another.

use clap::{Arg, ArgMatches, Command, value_parser};

use super::{Ended, say};
use crate::open::Opened;
use crate::settings::Settings;

pub(super) fn command() -> Command {
    let to = Arg::new("to")
        .long("to")
        .value_name("VERSION")
        .value_parser(value_parser!(u32))
        .required(true)
        .help("The version to go back to; 0 takes everything away. WHAT LATER VERSIONS KEPT IS LOST");
    Command::new("migrate")
        .about("Bring the database to another version of the schema")
        .subcommand_required(true)
        .subcommand(Command::new("up").about("Bring it to the newest version"))
        .subcommand(Command::new("down").about("Take it back to an older version").arg(to))
        .subcommand(Command::new("status").about("Tell where it is"))
}

pub(super) async fn run(matches: &ArgMatches, settings: &Settings) -> Ended {
    let store = Opened::new(settings).await?;
    let ended = match matches.subcommand() {
        Some(("up", _)) => report("added", &store.migrate_up().await?),
        Some(("down", matches)) => {
            let to = matches.get_one("to").copied().unwrap_or_default();
            report("taken away", &store.migrate_down(to).await?)
        }
        _ => status(&store).await,
    };
    store.close().await;
    ended
}

fn report(done: &str, versions: &[u32]) -> Ended {
    if versions.is_empty() {
        return say("nothing to do");
    }
    versions.iter().try_for_each(|version| say(&format!("version {version} {done}")))
}

async fn status(store: &Opened) -> Ended {
    let status = store.status().await?;
    say(&format!("the database is at version {} of {}", status.found, status.known))?;
    for version in status.versions {
        let when = version.applied_at.map_or("not yet".to_owned(), |at| at.to_rfc3339());
        say(&format!("{:>4}  {}  {when}", version.version, version.name))?;
    }
    Ok(())
}
