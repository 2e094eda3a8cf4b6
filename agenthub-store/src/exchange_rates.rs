//! Exchange rates.

use agenthub_core::exchange_rate::{ExchangeRate, ExchangeRateFilter};
use agenthub_core::page::{Listing, Page};
use agenthub_core::store::{ExchangeRates, ReadExchangeRates};
use agenthub_core::{Id, Result, async_trait};
use agenthub_money::exchange::Rate;
use agenthub_money::{Currency, Decimal};
use chrono::{DateTime, Utc};
use serde_json::json;
use uuid::Uuid;

use crate::convert::{actor, check_text, to_json};
use crate::error::corrupt;
use crate::paging;
use crate::scope::Scope;
use crate::sql::{Query, time_text};
use crate::statement::Statement;

const ORDER: &str = "-effective_at";

macro_rules! select {
    ($($tail:expr),+) => {
        concat!(
            "SELECT id, base, quote, rate, source, effective_at, created_at, created_by_type, created_by_id ",
            "FROM agenthub_exchange_rates WHERE organization_id = $1 AND ",
            $($tail),+
        )
    };
}

/// What the filter asks for.
macro_rules! wanted {
    () => {
        "(CAST($2 AS TEXT) IS NULL OR base = $2)
         AND (CAST($3 AS TEXT) IS NULL OR quote = $3)
         AND (CAST($4 AS TEXT) IS NULL OR source = $4)
         AND (CAST($5 AS TIMESTAMPTZ) IS NULL OR effective_at >= $5)
         AND (CAST($6 AS TIMESTAMPTZ) IS NULL OR effective_at < $6)"
    };
}

const IN_FORCE: Statement = Statement::new(select!(
    "base = $2 AND quote = $3 AND effective_at <= $4 ORDER BY effective_at DESC, id DESC LIMIT 1"
));
const LIST: Statement = Statement::new(select!(
    wanted!(),
    " AND (effective_at, id) < ($7, $8) ORDER BY effective_at DESC, id DESC LIMIT $9 OFFSET $10"
));
const COUNT: Statement = Statement::new(concat!(
    "SELECT COUNT(*) FROM agenthub_exchange_rates WHERE organization_id = $1 AND ",
    wanted!()
));
const PAIRS: Statement = Statement::new(
    "SELECT DISTINCT base, quote FROM agenthub_exchange_rates WHERE organization_id = $1 ORDER BY base, quote",
);
/// All rows in one JSON document: an array for each, in the order of the columns.
const ADD: Statement = Statement::split(
    "INSERT INTO agenthub_exchange_rates (organization_id, id, base, quote, rate, source, effective_at, created_at,
         created_by_type, created_by_id)
     SELECT $1, unhex(value ->> 0, '-'), value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
         value ->> 7, value ->> 8
     FROM jsonb_each($2)",
    "INSERT INTO agenthub_exchange_rates (organization_id, id, base, quote, rate, source, effective_at, created_at,
         created_by_type, created_by_id)
     SELECT CAST($1 AS UUID), CAST(value ->> 0 AS UUID), value ->> 1, value ->> 2, value ->> 3, value ->> 4,
         CAST(value ->> 5 AS TIMESTAMPTZ), CAST(value ->> 6 AS TIMESTAMPTZ), value ->> 7, value ->> 8
     FROM json_array_elements(CAST($2 AS JSON))",
);

pub(crate) const STATEMENTS: &[Statement] = &[IN_FORCE, LIST, COUNT, PAIRS, ADD];

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    base: String,
    quote: String,
    rate: String,
    source: String,
    effective_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    created_by_type: String,
    created_by_id: Option<String>,
}

impl Row {
    fn exchange_rate(self) -> Result<ExchangeRate> {
        let (base, quote) = pair((self.base, self.quote))?;
        let value = Decimal::from_str_exact(&self.rate)
            .map_err(|error| corrupt("exchange_rates.rate").source(error))?;
        let rate = Rate::new(base, quote, value, self.effective_at, self.source)
            .map_err(|error| corrupt("exchange_rates").source(error))?;
        let id = self.created_by_id.as_deref();
        let created_by = actor("exchange_rates.created_by", &self.created_by_type, id)?;
        Ok(ExchangeRate { id: Id::from_uuid(self.id), rate, created_at: self.created_at, created_by })
    }
}

fn pair((base, quote): (String, String)) -> Result<(Currency, Currency)> {
    let currency = |column: &'static str, code: &str| {
        Currency::from_code(code).map_err(|error| corrupt(column).source(error))
    };
    Ok((currency("exchange_rates.base", &base)?, currency("exchange_rates.quote", &quote)?))
}

#[async_trait]
impl ReadExchangeRates for Scope {
    async fn in_force(
        &mut self,
        base: Currency,
        quote: Currency,
        at: DateTime<Utc>,
    ) -> Result<Option<ExchangeRate>> {
        let query = self.sql(IN_FORCE).bind(base.code()).bind(quote.code()).time(at);
        let row: Option<Row> = query.optional().await?;
        row.map(Row::exchange_rate).transpose()
    }

    async fn list(&mut self, filter: &ExchangeRateFilter, page: &Page) -> Result<Listing<ExchangeRate>> {
        let (at, id) = paging::before_time(page, ORDER)?;
        let query = bind(self.sql(LIST), filter).time(at).bind(id);
        let rows: Vec<Row> = query.bind(paging::fetch(page)).bind(i64::from(page.skip)).all().await?;
        let total = if page.count { Some(bind(self.sql(COUNT), filter).count().await?) } else { None };
        let items = rows.into_iter().map(Row::exchange_rate).collect::<Result<Vec<_>>>()?;
        let place = |last: &ExchangeRate| paging::time_cursor(ORDER, last.rate.effective(), last.id);
        Ok(paging::listing(items, page, total, place))
    }

    async fn pairs(&mut self) -> Result<Vec<(Currency, Currency)>> {
        let rows: Vec<(String, String)> = self.sql(PAIRS).all().await?;
        rows.into_iter().map(pair).collect()
    }
}

#[async_trait]
impl ExchangeRates for Scope {
    async fn add(&mut self, rates: &[ExchangeRate]) -> Result<()> {
        let rows = rates.iter().map(columns).collect::<Result<Vec<_>>>()?;
        let document = to_json(&rows)?;
        self.sql(ADD).bind(document).execute().await.map(drop)
    }
}

/// A row of the document that [`ADD`] takes.
fn columns(it: &ExchangeRate) -> Result<serde_json::Value> {
    check_text("/source", Some(it.rate.source()))?;
    Ok(json!([
        it.id,
        it.rate.from(),
        it.rate.to(),
        it.rate.value().to_string(),
        it.rate.source(),
        time_text(it.rate.effective()),
        time_text(it.created_at),
        it.created_by.kind().as_str(),
        it.created_by.id(),
    ]))
}

/// Binds the filter from `$2` on.
fn bind<'t>(query: Query<'t>, filter: &ExchangeRateFilter) -> Query<'t> {
    query
        .bind(filter.base.map(Currency::code))
        .bind(filter.quote.map(Currency::code))
        .bind(filter.source.clone())
        .optional_time(filter.from)
        .optional_time(filter.until)
}
