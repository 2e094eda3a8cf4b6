//! The counts of the index: by quarter of an hour, by day, by month, and of all records of each quarter.

use std::ops::Range;

use agenthub_core::Result;
use agenthub_core::audit::index::{Count, Dimension};
use chrono::{DateTime, Datelike as _, Months, NaiveTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use crate::convert::{hex, named, number, to_column, to_json};
use crate::scope::Scope;
use crate::sql::time_text;
use crate::statement::Statement;

/// Of quarters that begin from $2 on and before $3, or from $4 on and before $5; of days from $6 on and before $7, or from $8
/// on and before $9; and of months from $10 on and before $11.
pub(super) const SUMS: Statement = Statement::new(
    "SELECT dimension, value, CAST(SUM(records) AS BIGINT) AS records FROM (
         SELECT dimension, value_hash, value, records FROM agenthub_audit_counts
         WHERE organization_id = $1 AND quarter >= $2 AND quarter < $3
         UNION ALL
         SELECT dimension, value_hash, value, records FROM agenthub_audit_counts
         WHERE organization_id = $1 AND quarter >= $4 AND quarter < $5
         UNION ALL
         SELECT dimension, value_hash, value, records FROM agenthub_audit_days
         WHERE organization_id = $1 AND day >= $6 AND day < $7
         UNION ALL
         SELECT dimension, value_hash, value, records FROM agenthub_audit_days
         WHERE organization_id = $1 AND day >= $8 AND day < $9
         UNION ALL
         SELECT dimension, value_hash, value, records FROM agenthub_audit_months
         WHERE organization_id = $1 AND month >= $10 AND month < $11
     ) AS parts
     GROUP BY dimension, value_hash, value",
);
/// PostgreSQL holds rows to the fence before a cast, which could tell of them by failing, and would read all quarters for
/// each span; so the spans are cast before.
pub(super) const TOTALS: Statement = Statement::split(
    "SELECT (SELECT COALESCE(SUM(records), 0) FROM agenthub_audit_quarters
             WHERE organization_id = $1 AND quarter >= span.value ->> 0 AND quarter < span.value ->> 1)
     FROM jsonb_each($2) AS span ORDER BY span.key",
    "WITH spans AS MATERIALIZED (
         SELECT place, CAST(value ->> 0 AS TIMESTAMPTZ) AS first, CAST(value ->> 1 AS TIMESTAMPTZ) AS last
         FROM json_array_elements(CAST($2 AS JSON)) WITH ORDINALITY AS span (value, place)
     )
     SELECT (SELECT CAST(COALESCE(SUM(records), 0) AS BIGINT) FROM agenthub_audit_quarters
             WHERE organization_id = $1 AND quarter >= spans.first AND quarter < spans.last)
     FROM spans ORDER BY place",
);
/// Adds to what a table of counts has of each period.
macro_rules! upsert {
    ($table:literal, $period:literal, $($counts:expr),+) => {
        concat!(
            "INSERT INTO ", $table, " (organization_id, ", $period, ", dimension, value_hash, value, records) SELECT $1, ",
            $($counts,)+
            " ON CONFLICT (organization_id, ", $period, ", dimension, value_hash) DO UPDATE SET records = ", $table,
            ".records + excluded.records"
        )
    };
}
pub(super) const ADD_COUNTS: Statement = Statement::split(
    upsert!(
        "agenthub_audit_counts",
        "quarter",
        "value ->> 0, value ->> 1, unhex(value ->> 2), value ->> 3, value ->> 4 FROM jsonb_each($2) WHERE TRUE"
    ),
    upsert!(
        "agenthub_audit_counts",
        "quarter",
        "CAST(value ->> 0 AS TIMESTAMPTZ), value ->> 1, decode(value ->> 2, 'hex'), value ->> 3,
             CAST(value ->> 4 AS BIGINT)
         FROM json_array_elements(CAST($2 AS JSON))"
    ),
);
/// The same counts by a longer period: a time in UTC begins with it.
macro_rules! add_by {
    ($table:literal, $period:literal, $length:literal) => {
        Statement::split(
            upsert!(
                $table,
                $period,
                "substr(value ->> 0, 1, ",
                $length,
                "), value ->> 1, unhex(value ->> 2), value ->> 3, SUM(value ->> 4)
                 FROM jsonb_each($2) GROUP BY 2, 3, 4, 5"
            ),
            upsert!(
                $table,
                $period,
                "substr(value ->> 0, 1, ",
                $length,
                "), value ->> 1, decode(value ->> 2, 'hex'), value ->> 3,
                     CAST(SUM(CAST(value ->> 4 AS BIGINT)) AS BIGINT)
                 FROM json_array_elements(CAST($2 AS JSON)) GROUP BY 2, 3, 4, 5"
            ),
        )
    };
}
pub(super) const ADD_DAYS: Statement = add_by!("agenthub_audit_days", "day", 10);
pub(super) const ADD_MONTHS: Statement = add_by!("agenthub_audit_months", "month", 7);
/// All records of each quarter, by the counts of the dimension that each record has one value of.
pub(super) const ADD_QUARTERS: Statement = Statement::split(
    "INSERT INTO agenthub_audit_quarters (organization_id, quarter, records)
     SELECT $1, value ->> 0, SUM(value ->> 4) FROM jsonb_each($2) WHERE value ->> 1 = 'severity' GROUP BY 2
     ON CONFLICT (organization_id, quarter)
     DO UPDATE SET records = agenthub_audit_quarters.records + excluded.records",
    "INSERT INTO agenthub_audit_quarters (organization_id, quarter, records)
     SELECT $1, CAST(value ->> 0 AS TIMESTAMPTZ), CAST(SUM(CAST(value ->> 4 AS BIGINT)) AS BIGINT)
     FROM json_array_elements(CAST($2 AS JSON)) WHERE value ->> 1 = 'severity' GROUP BY 2
     ON CONFLICT (organization_id, quarter)
     DO UPDATE SET records = agenthub_audit_quarters.records + excluded.records",
);
pub(super) const FORGET_COUNTS: Statement = Statement::new(
    "DELETE FROM agenthub_audit_counts
     WHERE organization_id = $1 AND quarter >= $2 AND quarter <= $3 AND records <= 0",
);
pub(super) const FORGET_QUARTERS: Statement = Statement::new(
    "DELETE FROM agenthub_audit_quarters
     WHERE organization_id = $1 AND quarter >= $2 AND quarter <= $3 AND records <= 0",
);
pub(super) const FORGET_DAYS: Statement = Statement::new(
    "DELETE FROM agenthub_audit_days WHERE organization_id = $1 AND day >= $2 AND day <= $3 AND records <= 0",
);
pub(super) const FORGET_MONTHS: Statement = Statement::new(
    "DELETE FROM agenthub_audit_months WHERE organization_id = $1 AND month >= $2 AND month <= $3 AND records <= 0",
);

#[derive(sqlx::FromRow)]
struct SumRow {
    dimension: String,
    value: String,
    records: i64,
}

impl SumRow {
    fn sum(self) -> Result<(Dimension, String, u64)> {
        let dimension = named("audit_counts.dimension", Dimension::named(&self.dimension))?;
        Ok((dimension, self.value, number("audit_counts.records", self.records)?))
    }
}

pub(super) async fn sums(
    scope: &mut Scope,
    within: Range<DateTime<Utc>>,
) -> Result<Vec<(Dimension, String, u64)>> {
    let days = whole_days(&within);
    let months = whole_months(&days);
    let query = scope.sql(SUMS).time(within.start).time(days.start).time(days.end).time(within.end);
    let query = query.bind(day_text(days.start)).bind(day_text(months.start));
    let query = query.bind(day_text(months.end)).bind(day_text(days.end));
    let query = query.bind(month_text(months.start)).bind(month_text(months.end));
    let rows: Vec<SumRow> = query.all().await?;
    rows.into_iter().map(SumRow::sum).collect()
}

pub(super) async fn totals(scope: &mut Scope, spans: &[Range<DateTime<Utc>>]) -> Result<Vec<u64>> {
    let spans: Vec<_> = spans.iter().map(|span| (time_text(span.start), time_text(span.end))).collect();
    let rows: Vec<(i64,)> = scope.sql(TOTALS).bind(to_json(&spans)?).all().await?;
    rows.into_iter().map(|(records,)| number("audit_quarters.records", records)).collect()
}

/// Adds these, so many times, wherever counts are kept.
pub(super) async fn add(scope: &mut Scope, counts: &[Count], times: i64) -> Result<()> {
    let rows = counts.iter().map(|it| {
        let (quarter, digest) = (time_text(it.quarter), hex(&Sha256::digest(&it.value)));
        let records = times * to_column(it.records, "/counts")?;
        Ok((quarter, it.dimension.as_str(), digest, &it.value, records))
    });
    let rows = to_json(&rows.collect::<Result<Vec<_>>>()?)?;
    for statement in [ADD_COUNTS, ADD_DAYS, ADD_MONTHS, ADD_QUARTERS] {
        scope.sql(statement).bind(rows.clone()).execute().await?;
    }
    Ok(())
}

/// Takes these away again.
pub(super) async fn forget(scope: &mut Scope, counts: &[Count]) -> Result<()> {
    let quarters = counts.iter().map(|count| count.quarter);
    let (Some(first), Some(last)) = (quarters.clone().min(), quarters.max()) else { return Ok(()) };
    add(scope, counts, -1).await?;
    scope.sql(FORGET_COUNTS).time(first).time(last).execute().await?;
    scope.sql(FORGET_QUARTERS).time(first).time(last).execute().await?;
    scope.sql(FORGET_DAYS).bind(day_text(first)).bind(day_text(last)).execute().await?;
    scope.sql(FORGET_MONTHS).bind(month_text(first)).bind(month_text(last)).execute().await?;
    Ok(())
}

/// The whole days in UTC of a window; where it has none, nothing at its end.
fn whole_days(within: &Range<DateTime<Utc>>) -> Range<DateTime<Utc>> {
    let midnight = |at: DateTime<Utc>| at.date_naive().and_time(NaiveTime::MIN).and_utc();
    let (mut first, end) = (midnight(within.start), midnight(within.end));
    if first < within.start {
        first += TimeDelta::days(1);
    }
    if first < end { first..end } else { within.end..within.end }
}

/// The whole months of whole days; where there are none, nothing at their end.
fn whole_months(days: &Range<DateTime<Utc>>) -> Range<DateTime<Utc>> {
    let begin = |at: DateTime<Utc>| at - TimeDelta::days(i64::from(at.day0()));
    let (mut first, end) = (begin(days.start), begin(days.end));
    if first < days.start {
        first = first.checked_add_months(Months::new(1)).unwrap_or(days.end);
    }
    if first < end { first..end } else { days.end..days.end }
}

/// A month as a column keeps it.
fn month_text(at: DateTime<Utc>) -> String {
    at.format("%Y-%m").to_string()
}

/// A day as a column keeps it.
fn day_text(at: DateTime<Utc>) -> String {
    at.format("%F").to_string()
}
