//! `agenthub user`: making users without the server, such as the first one.

use std::io::{self, BufRead as _, IsTerminal as _};

use agenthub_core::Hub;
use agenthub_core::identity::NewUser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use secrecy::SecretString;

use super::{Ended, say};
use crate::open::Opened;
use crate::settings::Settings;

/// The variable that the password is taken from, where it is set.
const PASSWORD: &str = "AGENTHUB_PASSWORD";

pub(super) fn command() -> Command {
    let text =
        |name: &'static str, help: &'static str| Arg::new(name).long(name).value_name("TEXT").help(help);
    let create = Command::new("create")
        .about("Make a user; the password is asked for, or read from AGENTHUB_PASSWORD or standard input")
        .arg(text("email", "The mail address to sign in with").required(true))
        .arg(text("name", "What the person is called"))
        .arg(text("organization", "The name of the organization that is made for the user"))
        .arg(
            Arg::new("superuser")
                .long("superuser")
                .action(ArgAction::SetTrue)
                .help("May act in every organization"),
        );
    Command::new("user").about("Manage users").subcommand_required(true).subcommand(create)
}

pub(super) async fn run(matches: &ArgMatches, settings: &Settings) -> Ended {
    match matches.subcommand() {
        Some(("create", matches)) => create(matches, settings).await,
        _ => Ok(()),
    }
}

async fn create(matches: &ArgMatches, settings: &Settings) -> Ended {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let new = NewUser {
        email: text("email").unwrap_or_default(),
        password: password()?,
        full_name: text("name"),
        organization_name: text("organization"),
        superuser: matches.get_flag("superuser"),
    };
    let store = Opened::new(settings).await?;
    store.prepare(settings).await?;
    let hub = Hub::builder_on(store.store()).options(settings.hub_options()).build();
    let user = hub.identity().create_user(new).await;
    hub.close().await;
    store.close().await;
    let user = user?;
    say(&format!("made the user {} ({})", user.email, user.id))
}

fn password() -> io::Result<SecretString> {
    if let Ok(password) = std::env::var(PASSWORD) {
        return Ok(password.into());
    }
    if io::stdin().is_terminal() {
        return rpassword::prompt_password("Password: ").map(Into::into);
    }
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).into())
}
