//! Reservations of idempotency keys.

use agenthub_core::idempotency::{HolderId, Reservation};
use agenthub_core::store::Idempotency;
use agenthub_core::{Id, Result, async_trait};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::convert::hash;
use crate::scope::{Above, Scope};
use crate::statement::Statement;

macro_rules! select {
    ($tail:literal) => {
        concat!(
            "SELECT name, request, holder, held_until, expires_at, answer FROM agenthub_idempotency ",
            "WHERE organization_id = $1 AND name = $2",
            $tail
        )
    };
}

/// Work on SQLite locks out all other work.
const GET: Statement = Statement::split(select!(""), select!(" FOR UPDATE"));
const ADD: Statement = Statement::new(
    "INSERT INTO agenthub_idempotency (organization_id, name, request, holder, held_until, expires_at, answer)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (organization_id, name) DO NOTHING",
);
const CHANGE: Statement = Statement::new(
    "UPDATE agenthub_idempotency SET request = $3, held_until = $5, expires_at = $6, answer = $7
     WHERE organization_id = $1 AND name = $2 AND holder = $4 AND answer IS NULL",
);
const REMOVE: Statement = Statement::new(
    "DELETE FROM agenthub_idempotency WHERE organization_id = $1 AND name = $2 AND holder = $3",
);
const PURGE: Statement = Statement::new("DELETE FROM agenthub_idempotency WHERE expires_at < $1");

pub(crate) const STATEMENTS: &[Statement] = &[GET, ADD, CHANGE, REMOVE, PURGE];

#[derive(sqlx::FromRow)]
struct Row {
    name: Vec<u8>,
    request: Vec<u8>,
    holder: Uuid,
    held_until: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    answer: Option<Vec<u8>>,
}

impl Row {
    fn reservation(self) -> Result<Reservation> {
        Ok(Reservation {
            name: hash("idempotency.name", self.name)?,
            request: hash("idempotency.request", self.request)?,
            holder: Id::from_uuid(self.holder),
            held_until: self.held_until,
            expires_at: self.expires_at,
            answer: self.answer,
        })
    }
}

/// Forgets the reservations of all organizations that expired before this time; gives how many.
pub(crate) async fn purge(all: &mut Above, before: DateTime<Utc>) -> Result<u64> {
    all.sql(PURGE).time(before).execute().await
}

impl Scope {
    /// Runs a statement that takes a reservation's columns; tells whether it found a place for them.
    async fn put_reservation(&mut self, statement: Statement, reservation: &Reservation) -> Result<bool> {
        let touched = self
            .sql(statement)
            .bind(reservation.name.to_vec())
            .bind(reservation.request.to_vec())
            .id(reservation.holder)
            .time(reservation.held_until)
            .time(reservation.expires_at)
            .bind(reservation.answer.clone())
            .execute()
            .await?;
        Ok(touched > 0)
    }
}

#[async_trait]
impl Idempotency for Scope {
    async fn get(&mut self, name: &[u8; 32]) -> Result<Option<Reservation>> {
        let row: Option<Row> = self.sql(GET).bind(name.to_vec()).optional().await?;
        row.map(Row::reservation).transpose()
    }

    async fn add(&mut self, reservation: &Reservation) -> Result<bool> {
        self.put_reservation(ADD, reservation).await
    }

    async fn change(&mut self, reservation: &Reservation) -> Result<bool> {
        self.put_reservation(CHANGE, reservation).await
    }

    async fn remove(&mut self, name: &[u8; 32], holder: HolderId) -> Result<bool> {
        Ok(self.sql(REMOVE).bind(name.to_vec()).id(holder).execute().await? > 0)
    }
}
