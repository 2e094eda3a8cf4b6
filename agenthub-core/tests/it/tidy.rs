//! The shape of the house: who may depend on whom, and one noun at every layer.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The crates of ours that a crate's manifest names under `[dependencies]`.
fn arrows(member: &str) -> BTreeSet<String> {
    let manifest = read(&format!("{member}/Cargo.toml"));
    let (_, dependencies) = manifest.split_once("[dependencies]\n").unwrap_or_default();
    let ours = dependencies.lines().take_while(|line| !line.starts_with('['));
    let names = ours.filter_map(|line| line.split(['.', ' ', '=']).next());
    names.filter(|name| name.starts_with("agenthub-")).map(str::to_owned).collect()
}

#[test]
fn the_arrows_between_the_crates_point_one_way() {
    let allowed = BTreeMap::from([
        ("agenthub-i18n", vec![]),
        ("agenthub-money", vec![]),
        ("agenthub-core", vec!["agenthub-i18n", "agenthub-money"]),
        ("agenthub-store", vec!["agenthub-core", "agenthub-money"]),
        ("agenthub-server", vec!["agenthub-core", "agenthub-i18n", "agenthub-money", "agenthub-store"]),
    ]);
    for (member, allowed) in allowed {
        let found = arrows(member);
        let strange: Vec<_> = found.iter().filter(|name| !allowed.contains(&name.as_str())).collect();
        assert!(strange.is_empty(), "{member} must not depend on {strange:?}");
    }
}

/// The packages of the lock file, each with the names of those that it needs.
fn lock() -> BTreeMap<String, Vec<String>> {
    let mut packages = BTreeMap::<String, Vec<String>>::new();
    for block in read("Cargo.lock").split("[[package]]").skip(1) {
        let name = block.lines().find_map(|line| line.strip_prefix("name = \"")).unwrap();
        let needs = block.lines().filter_map(|line| line.trim().strip_prefix('"'));
        let needs = needs.filter_map(|line| line.split(['"', ' ']).next()).map(str::to_owned);
        packages.entry(name.trim_end_matches('"').to_owned()).or_default().extend(needs);
    }
    packages
}

#[test]
fn the_core_brings_neither_a_database_nor_a_web_server() {
    let packages = lock();
    let (mut seen, mut open) = (BTreeSet::new(), vec!["agenthub-core".to_owned()]);
    while let Some(name) = open.pop() {
        if seen.insert(name.clone()) {
            open.extend(packages.get(&name).cloned().unwrap_or_default());
        }
    }
    assert!(seen.len() > 10, "the lock file was read");
    for heavy in ["sqlx", "sqlx-core", "axum", "hyper", "reqwest"] {
        assert!(!seen.contains(heavy), "agenthub-core needs {heavy}");
    }
}

#[test]
fn a_noun_of_the_store_has_its_file_at_every_layer() {
    let folder = root().join("agenthub-core/src/store");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let rust = files.filter(|path| path.extension().is_some_and(|it| it == "rs"));
    let nouns: Vec<_> = rust
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|name| !["conformance", "memory"].contains(&name.as_str()))
        .collect();
    assert!(nouns.len() >= 9, "{nouns:?}");
    let mut missing = Vec::new();
    for noun in nouns {
        let api = match noun.as_str() {
            // Users, their logins and what failed of them are reached by signing in.
            "attempts" | "logins" | "users" => "api/auth".to_owned(),
            // What the audit log is searched by.
            "audit_index" => "api/audit".to_owned(),
            // They are made as they are needed, and destroyed.
            "subject_keys" => "api/audit_erasures".to_owned(),
            // They have no routes of their own: the one stands before others', the other leads elsewhere.
            "audit_forwarding" | "idempotency" => noun.clone(),
            _ => format!("api/{noun}"),
        };
        let places = [
            format!("agenthub-core/src/store/memory/{noun}.rs"),
            format!("agenthub-core/src/store/conformance/{noun}.rs"),
            format!("agenthub-store/src/{noun}.rs"),
            format!("agenthub-server/src/{api}.rs"),
            format!("agenthub-server/tests/it/{api}.rs"),
        ];
        missing.extend(places.into_iter().filter(|place| !root().join(place).exists()));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn only_one_file_of_the_server_names_a_store() {
    let mut open = vec![root().join("agenthub-server/src")];
    let mut named = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if fs::read_to_string(&path).unwrap().lines().any(|line| {
                !line.trim_start().starts_with("//")
                    && (line.contains("SqlStore") || line.contains("::Memory;"))
            }) {
                named.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    assert_eq!(named, ["open.rs"]);
}

#[test]
fn every_page_of_the_books_summary_is_there_and_every_page_stands_in_it() {
    let summary = read("docs/src/SUMMARY.md");
    let listed: BTreeSet<_> =
        summary.split("](").skip(1).map(|rest| rest.split(')').next().unwrap().to_owned()).collect();
    let mut found = BTreeSet::new();
    for folder in ["", "guide", "decisions"] {
        for entry in fs::read_dir(root().join("docs/src").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|it| it == "md") {
                let page = path.strip_prefix(root().join("docs/src")).unwrap();
                found.insert(page.to_string_lossy().into_owned());
            }
        }
    }
    found.remove("SUMMARY.md");
    assert_eq!(found, listed);
}
