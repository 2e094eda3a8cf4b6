//! What the store does beyond the conformance suite: migrations, the fence, crashes, and trouble of all kinds.

mod audit_tree;
mod beside;
mod cluster;
mod crash;
mod erasure;
mod fence;
mod migrations;
mod raw;
mod readers;
mod retention;
mod sample;
mod statements;
mod tampering;
mod tls;
mod trouble;

use std::pin::Pin;
use std::process::ExitCode;

use agenthub_store::testing::{TestDatabase, postgres_is_required, postgres_is_there};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;

type Outcome = Result<(), Failed>;
type Case = fn(TestDatabase) -> Pin<Box<dyn Future<Output = Outcome>>>;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Backend {
    SqliteMemory,
    SqliteFile,
    Postgres,
    /// One that the test starts itself.
    OwnPostgres,
}
use Backend::{OwnPostgres, Postgres, SqliteFile, SqliteMemory};

const ALL: &[Backend] = &[SqliteMemory, SqliteFile, Postgres];
/// Those that another connection can reach.
const SHARED: &[Backend] = &[SqliteFile, Postgres];

/// Names a test and makes its future a boxed one.
macro_rules! cases {
    ($($on:ident: $module:ident::$name:ident)*) => {
        &[$(($on, concat!(stringify!($module), "::", stringify!($name)), |it| Box::pin($module::$name(it)))),*]
    };
}

const SQLITE_MEMORY: &[Backend] = &[SqliteMemory];
const SQLITE_FILE: &[Backend] = &[SqliteFile];
const POSTGRES: &[Backend] = &[Postgres];
const OWN_POSTGRES: &[Backend] = &[OwnPostgres];

const CASES: &[(&[Backend], &str, Case)] = cases! {
    ALL: migrations::go_up_and_down_and_tell_where_they_are
    ALL: migrations::have_an_index_built_again_that_lacks_terms
    ALL: migrations::refuse_to_go_down_to_where_it_never_was
    ALL: migrations::nothing_works_before_them
    SHARED: migrations::two_programs_may_run_them_at_once
    SHARED: migrations::refuse_a_newer_database
    SHARED: migrations::refuse_a_version_that_was_changed
    ALL: statements::every_one_is_understood
    SQLITE_MEMORY: statements::every_list_goes_along_an_index
    POSTGRES: fence::holds_where_the_sql_forgets_the_organization
    POSTGRES: fence::refuses_rows_of_another_organization
    POSTGRES: fence::stands_around_every_table
    POSTGRES: fence::a_role_that_bypasses_it_is_named
    SQLITE_MEMORY: fence::is_not_offered_by_sqlite
    SHARED: crash::every_acknowledged_call_survives_a_kill_and_none_is_half_there
    SHARED: audit_tree::several_hubs_on_one_database_build_one
    SHARED: audit_tree::a_kill_leaves_it_whole
    SHARED: tampering::what_happened_is_named
    SHARED: tampering::what_happened_where_some_have_left_is_named
    SHARED: tampering::a_tile_that_was_changed_is_named
    SQLITE_FILE: tampering::each_of_many_ways_is_found_1
    SQLITE_FILE: tampering::each_of_many_ways_is_found_2
    SQLITE_FILE: tampering::each_of_many_ways_is_found_3
    SQLITE_FILE: tampering::each_of_many_ways_is_found_4
    SQLITE_FILE: tampering::each_of_many_ways_is_found_where_some_have_left_1
    SQLITE_FILE: tampering::each_of_many_ways_is_found_where_some_have_left_2
    POSTGRES: tampering::each_of_some_ways_is_found
    SHARED: erasure::leaves_nothing_in_any_table_and_every_proof_as_it_was
    SHARED: erasure::reaches_the_keys_that_other_nodes_have_in_mind
    SHARED: erasure::what_was_tampered_with_is_unreadable_and_found
    POSTGRES: tampering::each_of_some_ways_is_found_where_some_have_left
    SHARED: retention::several_hubs_on_one_database_decide_once_and_remove_once
    SHARED: retention::what_is_left_of_many_tiles_is_proven
    SHARED: readers::wait_for_no_writer
    SQLITE_MEMORY: beside::a_programs_own_tables_on_its_own_sqlite_pool
    SQLITE_MEMORY: beside::a_pool_without_foreign_keys_is_refused
    POSTGRES: beside::a_programs_own_tables_on_its_own_postgres_pool
    SQLITE_FILE: trouble::a_full_disk_is_unavailable_and_leaves_nothing_half_done
    SQLITE_FILE: trouble::a_file_that_is_no_database_is_corrupt
    SQLITE_MEMORY: trouble::waiting_too_long_for_a_connection_is_unavailable
    POSTGRES: trouble::a_lost_connection_is_unavailable_and_the_next_one_works
    POSTGRES: trouble::connections_that_were_lost_while_idle_are_replaced
    SQLITE_MEMORY: trouble::a_database_that_is_not_there_is_unavailable
    SQLITE_MEMORY: trouble::a_url_of_another_kind_is_refused_with_what_is_expected
    POSTGRES: trouble::text_that_postgres_cannot_hold_is_the_callers_fault
    ALL: trouble::a_call_with_text_that_cannot_be_kept_is_refused_with_its_place
    ALL: trouble::errors_do_not_show_sql
    OWN_POSTGRES: tls::what_is_kept_and_read_goes_through_it
    OWN_POSTGRES: tls::a_server_must_prove_who_it_is_where_the_url_wants_that
    OWN_POSTGRES: tls::a_server_that_wants_it_says_so_to_who_comes_without
    OWN_POSTGRES: tls::a_server_without_it_is_refused_where_the_url_requires_it
    ALL: trouble::an_unknown_organization_fails_the_whole_batch_by_name
};

fn main() -> ExitCode {
    if let Some(child) = crash::child().or_else(audit_tree::child) {
        return child;
    }
    let arguments = Arguments::from_args();
    let there = Runtime::new().is_ok_and(|runtime| runtime.block_on(postgres_is_there()));
    let must = postgres_is_required();
    let mut trials = Vec::new();
    for (backends, name, case) in CASES {
        for backend in *backends {
            let possible = match backend {
                SqliteMemory | SqliteFile => true,
                Postgres => there,
                OwnPostgres => cluster::is_possible(),
            };
            let trial = Trial::test(format!("{backend:?}::{name}"), move || run(*backend, *case));
            trials.push(trial.with_ignored_flag(!possible && !must));
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn run(backend: Backend, case: Case) -> Outcome {
    Runtime::new()?.block_on(async {
        let database = match backend {
            SqliteMemory | OwnPostgres => TestDatabase::sqlite_memory(),
            SqliteFile => TestDatabase::sqlite_file()?,
            Postgres => TestDatabase::postgres().await?,
        };
        case(database).await
    })
}
