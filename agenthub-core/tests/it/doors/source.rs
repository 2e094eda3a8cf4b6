//! The public methods of the crate, as its source says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Every `pub async fn`, as `Type::name`, or as `name` where it belongs to no type. Stores and agents are not asked: they
/// do what the hub tells them.
pub(super) fn public_methods() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let inner = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path());
            open.extend(inner.filter(|path| !is_told(path)));
        } else {
            read(&fs::read_to_string(&path).unwrap(), &mut found);
        }
    }
    found
}

fn is_told(path: &Path) -> bool {
    let name = path.file_stem().unwrap();
    ["store", "builtin"].iter().any(|told| name == *told)
}

fn read(source: &str, found: &mut BTreeSet<String>) {
    let mut of = None;
    for line in source.lines() {
        if line.starts_with("impl") {
            of = type_of(line);
        } else if line.starts_with('}') {
            of = None;
        } else if let Some(rest) = line.trim_start().strip_prefix("pub async fn ") {
            let name = rest.split(['(', '<']).next().unwrap();
            found.insert(of.map_or_else(|| name.to_owned(), |of| format!("{of}::{name}")));
        }
    }
}

/// The type that an `impl` is for.
fn type_of(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("impl")?;
    let rest = if rest.starts_with('<') { rest.split_once("> ")?.1 } else { rest.trim_start() };
    let rest = rest.split_once(" for ").map_or(rest, |(_, rest)| rest);
    rest.split(['<', ' ']).next()
}

#[test]
fn a_method_is_found_with_its_type() {
    let source = "impl<'s> Desk<'s> {\n    pub async fn open(&self) {}\n    async fn no(&self) {}\n}\n\
        impl Trait for Hub {\n    pub async fn shut<T>(&self) {}\n}\npub async fn walk() {}\n";
    let mut found = BTreeSet::new();
    read(source, &mut found);
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["Desk::open", "Hub::shut", "walk"]);
}
