//! How fast the journal's write is: the forms that its rows could travel in, side by side, and `SqlStore::append` with
//! everything around them. `cargo bench -p agenthub-store --features testing --bench append [-- part of a name]`;
//! PostgreSQL is found as the tests find it.

use std::error::Error;
use std::io::Write;
use std::time::{Duration, Instant};

use agenthub_core::store::Store;
use agenthub_store::testing::{TestDatabase, postgres_is_there};
use chrono::{DateTime, Utc};
use sqlx::postgres::PgConnection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Executor};
use uuid::Uuid;

#[path = "../tests/it/sample.rs"]
mod sample;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// Calls in a batch, as the journal's writer finds them under little, some, and much load.
const BATCHES: [usize; 3] = [1, 16, 256];
/// How long each form is measured.
const TIME: Duration = Duration::from_secs(2);

/// Half the columns of an interaction, and as many indexes as it has.
const TABLE: &str = "CREATE TABLE scratch (organization_id UUID NOT NULL, id UUID NOT NULL, agent_id UUID NOT NULL,
     capability TEXT NOT NULL, session_id TEXT, input TEXT NOT NULL, output TEXT, started_at TIMESTAMPTZ NOT NULL,
     duration_us BIGINT NOT NULL, cost_nanos BIGINT NOT NULL, PRIMARY KEY (organization_id, id));
     CREATE INDEX scratch_of_agent ON scratch (organization_id, agent_id, id);
     CREATE INDEX scratch_of_session ON scratch (organization_id, session_id, id);
     CREATE INDEX scratch_by_time ON scratch (organization_id, started_at)";
const ROW: &str = "INSERT INTO scratch VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const SQLITE_JSON: &str = "INSERT INTO scratch SELECT unhex(value ->> 0, '-'), unhex(value ->> 1, '-'),
     unhex(value ->> 2, '-'), value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9
     FROM jsonb_each($1)";
const POSTGRES_JSON: &str =
    "INSERT INTO scratch SELECT (value ->> 0)::uuid, (value ->> 1)::uuid, (value ->> 2)::uuid,
     value ->> 3, value ->> 4, value ->> 5, value ->> 6, (value ->> 7)::timestamptz, (value ->> 8)::bigint,
     (value ->> 9)::bigint FROM json_array_elements($1::json)";
const UNNEST: &str =
    "INSERT INTO scratch SELECT * FROM UNNEST($1::uuid[], $2::uuid[], $3::uuid[], $4::text[],
     $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::bigint[], $10::bigint[])";

#[derive(serde::Serialize)]
struct Row(
    Uuid,
    Uuid,
    Uuid,
    &'static str,
    Option<&'static str>,
    String,
    Option<String>,
    DateTime<Utc>,
    i64,
    i64,
);

fn rows(count: usize) -> Vec<Row> {
    let id = || sample::agent("").id.uuid();
    let input = format!("{{\"whole\":{{\"name\":\"Ann\",\"words\":\"{}\"}}}}", "x".repeat(200));
    let row = |_| {
        Row(Uuid::nil(), id(), Uuid::nil(), "greet", Some("s-1"), input.clone(), None, sample::NOW, 1500, 7)
    };
    (0..count).map(row).collect()
}

#[tokio::main]
async fn main() -> Outcome {
    let file = TestDatabase::sqlite_file()?;
    let options: SqliteConnectOptions = file.url().parse()?;
    let options = options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
    let mut sqlite = SqliteConnection::connect_with(&options).await?;
    sqlite.execute(TABLE).await?;
    for size in BATCHES {
        measure("SQLite, row by row", size, async || sqlite_rows(&mut sqlite, rows(size)).await).await?;
        measure("SQLite, one JSON document", size, async || sqlite_json(&mut sqlite, rows(size)).await)
            .await?;
    }
    whole("SQLite", &TestDatabase::sqlite_file()?).await?;
    if !postgres_is_there().await {
        return Ok(());
    }
    let database = TestDatabase::postgres().await?;
    let mut postgres = PgConnection::connect(database.url()).await?;
    postgres.execute(TABLE).await?;
    for size in BATCHES {
        measure("PostgreSQL, row by row", size, async || postgres_rows(&mut postgres, rows(size)).await)
            .await?;
        measure("PostgreSQL, JSON", size, async || postgres_json(&mut postgres, rows(size)).await).await?;
        measure("PostgreSQL, arrays", size, async || postgres_arrays(&mut postgres, rows(size)).await)
            .await?;
        measure("PostgreSQL, COPY", size, async || postgres_copy(&mut postgres, rows(size)).await).await?;
    }
    whole("PostgreSQL", &TestDatabase::postgres().await?).await
}

/// `SqlStore::append` with its audit entries, hashes, foreign keys and fences.
async fn whole(name: &str, database: &TestDatabase) -> Outcome {
    let store = database.store().await?;
    let (organization, agent) = sample::organization_with_agent(&store).await?;
    for size in BATCHES {
        let append = async || Ok(store.append(&sample::calls(organization, agent, size)).await?);
        measure(&format!("{name}, SqlStore::append"), size, append).await?;
    }
    Ok(())
}

/// Runs batch after batch, and tells how many calls a second were durable.
async fn measure(name: &str, size: usize, mut batch: impl AsyncFnMut() -> Outcome) -> Outcome {
    let part = std::env::args().nth(1).filter(|part| !part.starts_with('-'));
    if part.is_some_and(|part| !name.contains(&part)) {
        return Ok(());
    }
    batch().await?;
    let (start, mut batches) = (Instant::now(), 0);
    while start.elapsed() < TIME {
        batch().await?;
        batches += 1;
    }
    let seconds = start.elapsed().as_secs_f64();
    let (each, rate) = (seconds * 1e3 / f64::from(batches), f64::from(batches) * size as f64 / seconds);
    writeln!(
        std::io::stdout(),
        "{name:<32} batches of {size:>3}: {rate:>8.0} calls/s, {each:>7.2} ms a batch"
    )?;
    Ok(())
}

async fn sqlite_rows(connection: &mut SqliteConnection, rows: Vec<Row>) -> Outcome {
    let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
    for row in rows {
        let query = sqlx::query(ROW).bind(row.0).bind(row.1).bind(row.2).bind(row.3).bind(row.4);
        query.bind(row.5).bind(row.6).bind(row.7).bind(row.8).bind(row.9).execute(&mut *tx).await?;
    }
    Ok(tx.commit().await?)
}

async fn sqlite_json(connection: &mut SqliteConnection, rows: Vec<Row>) -> Outcome {
    let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::query(SQLITE_JSON).bind(serde_json::to_string(&rows)?).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

async fn postgres_rows(connection: &mut PgConnection, rows: Vec<Row>) -> Outcome {
    let mut tx = connection.begin().await?;
    for row in rows {
        let query = sqlx::query(ROW).bind(row.0).bind(row.1).bind(row.2).bind(row.3).bind(row.4);
        query.bind(row.5).bind(row.6).bind(row.7).bind(row.8).bind(row.9).execute(&mut *tx).await?;
    }
    Ok(tx.commit().await?)
}

async fn postgres_json(connection: &mut PgConnection, rows: Vec<Row>) -> Outcome {
    let mut tx = connection.begin().await?;
    sqlx::query(POSTGRES_JSON).bind(serde_json::to_string(&rows)?).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

async fn postgres_arrays(connection: &mut PgConnection, rows: Vec<Row>) -> Outcome {
    fn column<'r, T>(rows: &'r [Row], value: impl Fn(&'r Row) -> T) -> Vec<T> {
        rows.iter().map(value).collect()
    }
    let mut tx = connection.begin().await?;
    sqlx::query(UNNEST)
        .bind(column(&rows, |row| row.0))
        .bind(column(&rows, |row| row.1))
        .bind(column(&rows, |row| row.2))
        .bind(column(&rows, |row| row.3))
        .bind(column(&rows, |row| row.4))
        .bind(column(&rows, |row| row.5.clone()))
        .bind(column(&rows, |row| row.6.clone()))
        .bind(column(&rows, |row| row.7))
        .bind(column(&rows, |row| row.8))
        .bind(column(&rows, |row| row.9))
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}

/// A table with a fence takes no COPY; this one has none.
async fn postgres_copy(connection: &mut PgConnection, rows: Vec<Row>) -> Outcome {
    let mut text = String::new();
    for row in rows {
        let input = row.5.replace('\\', "\\\\");
        let line = format!("{}\t{}\t{}\t{}\t", row.0, row.1, row.2, row.3);
        text.push_str(&line);
        let (session, at) = (row.4.unwrap_or("\\N"), row.7.to_rfc3339());
        text.push_str(&format!("{session}\t{input}\t\\N\t{at}\t{}\t{}\n", row.8, row.9));
    }
    let mut tx = connection.begin().await?;
    let mut copy = tx.copy_in_raw("COPY scratch FROM STDIN").await?;
    copy.send(text.into_bytes()).await?;
    copy.finish().await?;
    Ok(tx.commit().await?)
}
