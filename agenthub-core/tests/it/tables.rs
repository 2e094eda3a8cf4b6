//! Tables that documents show whole.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use agenthub_core::access::{POLICY, Role};
use agenthub_core::error::Code;

fn docs(page: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/src").join(page)
}

/// Run with `UPDATE_DOCS=1` to write the table into the page.
#[test]
fn the_page_on_permissions_shows_the_whole_policy() {
    let mut table = String::from("| permission |");
    let mut line = String::from("|---|");
    for role in Role::ALL {
        write!(table, " {role} |").unwrap();
        line.push_str("---|");
    }
    table = format!("{table}\n{line}\n");
    for row in POLICY {
        write!(table, "| `{}` |", row.name).unwrap();
        for role in Role::ALL {
            table.push_str(if row.roles.contains(&role) { " yes |" } else { "  |" });
        }
        table.push('\n');
    }

    let page = fs::read_to_string(docs("permissions.md")).unwrap();
    let (before, rest) = page.split_once("<!-- policy -->\n").unwrap();
    let (shown, after) = rest.split_once("<!-- end -->").unwrap();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        let page = format!("{before}<!-- policy -->\n{table}<!-- end -->{after}");
        fs::write(docs("permissions.md"), page).unwrap();
    } else {
        assert_eq!(shown, table, "run the tests with UPDATE_DOCS=1");
    }
}

#[test]
fn every_error_code_has_its_paragraph_and_no_other_has_one() {
    let page = fs::read_to_string(docs("errors.md")).unwrap();
    let told: Vec<_> =
        page.lines().filter_map(|line| line.strip_prefix("### `")?.strip_suffix('`')).collect();
    let known: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(told, known, "docs/src/errors.md, in the order of error/code.rs");
}

#[test]
fn every_error_code_is_there_once_and_is_found_by_its_name() {
    for code in Code::ALL {
        assert_eq!(Code::named(code.as_str()), Some(*code));
        assert_eq!(Code::ALL.iter().filter(|it| it.as_str() == code.as_str()).count(), 1, "{code:?}");
    }
}
