//! Interactions, for reading; `append` writes them.

mod row;
mod statistics;

use agenthub_core::interaction::{
    Interaction, InteractionFilter, InteractionId, Statistics, StatisticsQuery,
};
use agenthub_core::page::{Listing, Page};
use agenthub_core::store::ReadInteractions;
use agenthub_core::{Id, Result, async_trait};

use crate::paging;
use crate::scope::Scope;
use crate::sql::Query;
use crate::statement::Statement;
pub(crate) use row::Columns;
use row::Row;

const ORDER: &str = "-id";

macro_rules! select {
    ($($tail:expr),+) => {
        concat!(
            "SELECT id, agent_id, agent_version, capability, session_id, actor_type, actor_id, input, output, outcome, ",
            "error_code, error_message, started_at, duration_us, tokens_input, tokens_output, cost_nanos, currency, ",
            "routing FROM agenthub_interactions WHERE organization_id = $1 AND ",
            $($tail),+
        )
    };
}

macro_rules! counted {
    ($($tail:expr),+) => {
        concat!("SELECT COUNT(*) FROM agenthub_interactions WHERE organization_id = $1 AND ", $($tail),+)
    };
}

/// What the filter asks for, but for agent and session. The times are asked for in a form that no index helps with, so
/// that no planner sorts a whole organization by time to give a page that is sorted by id.
macro_rules! wanted {
    () => {
        " AND (CAST($4 AS TEXT) IS NULL OR capability = $4)
          AND (CAST($5 AS TEXT) IS NULL OR outcome = $5)
          AND (CAST($6 AS TIMESTAMPTZ) IS NULL OR started_at >= $6)
          AND (CAST($7 AS TIMESTAMPTZ) IS NULL OR started_at < $7)"
    };
}

macro_rules! any {
    () => {
        "(CAST($2 AS UUID) IS NULL OR agent_id = $2) AND (CAST($3 AS TEXT) IS NULL OR session_id = $3)"
    };
}

/// With one of the two known, an index finds them.
macro_rules! of_agent {
    () => {
        "agent_id = $2 AND (CAST($3 AS TEXT) IS NULL OR session_id = $3)"
    };
}

macro_rules! of_session {
    () => {
        "(CAST($2 AS UUID) IS NULL OR agent_id = $2) AND session_id = $3"
    };
}

macro_rules! page {
    () => {
        " AND id <= $8 ORDER BY id DESC LIMIT $9 OFFSET $10"
    };
}

const GET: Statement = Statement::new(select!("id = $2"));
const LIST: Statement = Statement::new(select!(any!(), wanted!(), page!()));
const LIST_OF_AGENT: Statement = Statement::new(select!(of_agent!(), wanted!(), page!()));
const LIST_OF_SESSION: Statement = Statement::new(select!(of_session!(), wanted!(), page!()));
const COUNT: Statement = Statement::new(counted!(any!(), wanted!()));
const COUNT_OF_AGENT: Statement = Statement::new(counted!(of_agent!(), wanted!()));
const COUNT_OF_SESSION: Statement = Statement::new(counted!(of_session!(), wanted!()));

pub(crate) const STATEMENTS: &[Statement] = &[
    GET,
    LIST,
    LIST_OF_AGENT,
    LIST_OF_SESSION,
    COUNT,
    COUNT_OF_AGENT,
    COUNT_OF_SESSION,
    statistics::NUMBERS,
    statistics::COSTS,
];

#[async_trait]
impl ReadInteractions for Scope {
    async fn get(&mut self, id: InteractionId) -> Result<Option<Interaction>> {
        let row: Option<Row> = self.sql(GET).id(id).optional().await?;
        row.map(Row::interaction).transpose()
    }

    async fn list(&mut self, filter: &InteractionFilter, page: &Page) -> Result<Listing<Interaction>> {
        let from = paging::from_id(page, ORDER)?;
        let (list, count) = statements(filter);
        let query = bind(self.sql(list), filter);
        let rows: Vec<Row> =
            query.bind(from).bind(paging::fetch(page)).bind(i64::from(page.skip)).all().await?;
        let total = if page.count { Some(bind(self.sql(count), filter).count().await?) } else { None };
        let items = rows.into_iter().map(Row::interaction).collect::<Result<Vec<_>>>()?;
        Ok(paging::listing(items, page, total, |last| paging::cursor(ORDER, "", last.id)))
    }

    async fn statistics(&mut self, query: &StatisticsQuery) -> Result<Statistics> {
        statistics::statistics(self, query).await
    }
}

/// The statements that find the wanted interactions fastest.
fn statements(filter: &InteractionFilter) -> (Statement, Statement) {
    if filter.session_id.is_some() {
        (LIST_OF_SESSION, COUNT_OF_SESSION)
    } else if filter.agent_id.is_some() {
        (LIST_OF_AGENT, COUNT_OF_AGENT)
    } else {
        (LIST, COUNT)
    }
}

fn bind<'t>(query: Query<'t>, filter: &InteractionFilter) -> Query<'t> {
    query
        .bind(filter.agent_id.map(Id::uuid))
        .bind(filter.session_id.clone())
        .bind(filter.capability.clone())
        .bind(filter.outcome.map(|outcome| outcome.as_str()))
        .optional_time(filter.from)
        .optional_time(filter.until)
}
