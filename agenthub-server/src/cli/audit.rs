//! `agenthub audit`: checking the audit logs without the server, and showing the keys to check them with.

mod evidence;
mod export;

use std::collections::BTreeSet;
use std::sync::Arc;

use agenthub_core::audit::verify::verify;
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_core::store::Store;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{Ended, say};
use crate::heads::head_signer;
use crate::open::Opened;
use crate::settings::Settings;

pub(super) fn command() -> Command {
    let organization = Arg::new("organization")
        .long("organization")
        .value_name("ID")
        .value_parser(value_parser!(OrganizationId))
        .help("The organization whose log it is; all of them where nothing is said");
    let many = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).action(ArgAction::Append).help(help)
    };
    let verify = Command::new("verify")
        .about("Hash every record anew, and hold the logs to the heads that were signed")
        .arg(organization.clone())
        .arg(many("key", "VKEY", "A public key that is believed; known from elsewhere than this database"))
        .arg(many("keys", "FILE", "A file of such keys, one a line"))
        .arg(many(
            "witness",
            "FILE",
            "A file of heads that were kept elsewhere: a witness file, or a checkpoint",
        ))
        .arg(
            Arg::new("export")
                .long("export")
                .value_name("FILE")
                .requires("manifest")
                .help("Check this file of an export instead of a database"),
        )
        .arg(
            Arg::new("manifest")
                .long("manifest")
                .value_name("FILE")
                .requires("export")
                .help("The manifest of the export"),
        )
        .arg(
            Arg::new("json")
                .long("json")
                .action(ArgAction::SetTrue)
                .help("Say it in JSON, a line for each log"),
        );
    let keys = Command::new("keys")
        .about("Show the public keys of the logs' heads, for whoever is to check them")
        .arg(organization);
    Command::new("audit")
        .about("Check the audit logs, without the server")
        .subcommand_required(true)
        .subcommand(verify)
        .subcommand(keys)
}

pub(super) async fn run(matches: &ArgMatches, settings: &Settings) -> Ended {
    if let Some(("verify", matches)) = matches.subcommand()
        && matches.contains_id("export")
    {
        return export::check(matches);
    }
    let opened = Opened::new(settings).await?;
    let store = opened.store();
    let ended = match matches.subcommand() {
        Some(("verify", matches)) => check(matches, &store).await,
        Some(("keys", matches)) => keys(matches, settings, &store).await,
        _ => Ok(()),
    };
    opened.close().await;
    ended
}

async fn check(matches: &ArgMatches, store: &Arc<dyn Store>) -> Ended {
    let evidence = evidence::read(matches)?;
    let mut organizations = organizations(matches, store).await?;
    if !matches.contains_id("organization") {
        organizations.extend(evidence.witnessed());
    }
    let (mut wrong, json) = (0, matches.get_flag("json"));
    for organization in organizations {
        let mut view = store.view(organization).await?;
        let report = verify(view.as_mut(), organization, &evidence.of(organization)).await?;
        wrong += u32::from(report.fault.is_some());
        say(&if json { serde_json::to_string(&report)? } else { report.to_string() })?;
    }
    if wrong > 0 { Err(format!("{wrong} of the audit logs are not what they were").into()) } else { Ok(()) }
}

async fn keys(matches: &ArgMatches, settings: &Settings, store: &Arc<dyn Store>) -> Ended {
    let signer = head_signer(settings)?;
    for organization in organizations(matches, store).await? {
        signer.keys(organization).iter().try_for_each(|key| say(&key.to_string()))?;
    }
    Ok(())
}

/// The organization that is named, or all.
async fn organizations(
    matches: &ArgMatches,
    store: &Arc<dyn Store>,
) -> agenthub_core::Result<BTreeSet<OrganizationId>> {
    if let Some(one) = matches.get_one("organization") {
        return Ok(BTreeSet::from([*one]));
    }
    let mut all = BTreeSet::new();
    let mut page = Page::first(Page::MAX);
    loop {
        let listing = store.overview().await?.organizations().list(&page).await?;
        all.extend(listing.items.into_iter().map(|it| it.id));
        page.after = listing.next;
        if page.after.is_none() {
            return Ok(all);
        }
    }
}
