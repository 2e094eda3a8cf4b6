//! Statistics. The percentiles are exact: the call at the nearest rank, found by counting.

use std::collections::BTreeMap;

use agenthub_core::agent::Tokens;
use agenthub_core::interaction::{Statistics, StatisticsGroup, StatisticsQuery};
use agenthub_core::{Id, Result};
use agenthub_money::Money;
use uuid::Uuid;

use crate::convert::number;
use crate::cost;
use crate::paging;
use crate::scope::Scope;
use crate::sql::Query;
use crate::statement::Statement;

/// The wanted calls twice: under their agent, and under none, which makes the total.
macro_rules! grouped {
    ($($tail:literal),+) => {
        concat!(
            "WITH wanted AS (
                 SELECT i.* FROM agenthub_interactions i
                 JOIN agenthub_agents a ON a.organization_id = i.organization_id AND a.id = i.agent_id
                 WHERE i.organization_id = $1
                   AND (CAST($2 AS UUID) IS NULL OR i.agent_id = $2)
                   AND (CAST($3 AS TEXT) IS NULL OR a.agent_type = $3)
                   AND i.started_at >= $4 AND i.started_at < $5
             ), grouped AS (
                 SELECT CAST(NULL AS UUID) AS of_agent, outcome, duration_us, tokens_input, tokens_output, cost_nanos,
                     currency FROM wanted
                 UNION ALL
                 SELECT agent_id, outcome, duration_us, tokens_input, tokens_output, cost_nanos, currency FROM wanted
             )",
            $($tail),+
        )
    };
}

/// A sum in two parts, whole billions and the rest, as the sum itself may not fit.
macro_rules! sum {
    ($column:literal) => {
        concat!(
            "CAST(SUM(",
            $column,
            " / 1000000000) AS BIGINT) AS ",
            $column,
            "_billions, ",
            "CAST(SUM(",
            $column,
            " % 1000000000) AS BIGINT) AS ",
            $column,
            "_rest"
        )
    };
}

pub(super) const NUMBERS: Statement = Statement::new(concat!(
    grouped!(
        ", ranked AS (
             SELECT grouped.*, COUNT(*) OVER (PARTITION BY of_agent) AS calls,
                 ROW_NUMBER() OVER (PARTITION BY of_agent ORDER BY duration_us) AS place
             FROM grouped
         )
         SELECT r.of_agent, a.name, a.agent_type, COUNT(*) AS calls,
             COUNT(CASE WHEN r.outcome = 'success' THEN 1 END) AS succeeded,
             COUNT(CASE WHEN r.outcome = 'failure' THEN 1 END) AS failed,
             COUNT(CASE WHEN r.outcome = 'cancelled' THEN 1 END) AS cancelled,
             MAX(CASE WHEN r.place = (r.calls * 50 + 99) / 100 THEN r.duration_us END) AS p50,
             MAX(CASE WHEN r.place = (r.calls * 95 + 99) / 100 THEN r.duration_us END) AS p95,
             MAX(CASE WHEN r.place = (r.calls * 99 + 99) / 100 THEN r.duration_us END) AS p99, "
    ),
    sum!("duration_us"),
    ", ",
    sum!("tokens_input"),
    ", ",
    sum!("tokens_output"),
    " FROM ranked r LEFT JOIN agenthub_agents a ON a.organization_id = $1 AND a.id = r.of_agent
      GROUP BY r.of_agent, a.name, a.agent_type
      ORDER BY r.of_agent IS NOT NULL, COUNT(*) DESC, r.of_agent"
));
pub(super) const COSTS: Statement = Statement::new(concat!(
    grouped!(" SELECT of_agent, currency, "),
    sum!("cost_nanos"),
    " FROM grouped GROUP BY of_agent, currency"
));

#[derive(sqlx::FromRow)]
struct Numbers {
    of_agent: Option<Uuid>,
    name: Option<String>,
    agent_type: Option<String>,
    calls: i64,
    succeeded: i64,
    failed: i64,
    cancelled: i64,
    p50: i64,
    p95: i64,
    p99: i64,
    duration_us_billions: i64,
    duration_us_rest: i64,
    tokens_input_billions: i64,
    tokens_input_rest: i64,
    tokens_output_billions: i64,
    tokens_output_rest: i64,
}

#[derive(sqlx::FromRow)]
struct Cost {
    of_agent: Option<Uuid>,
    currency: String,
    cost_nanos_billions: i64,
    cost_nanos_rest: i64,
}

pub(super) async fn statistics(scope: &mut Scope, query: &StatisticsQuery) -> Result<Statistics> {
    let numbers: Vec<Numbers> = bind(scope.sql(NUMBERS), query).all().await?;
    let costs: Vec<Cost> = bind(scope.sql(COSTS), query).all().await?;
    let mut costs = by_group(costs)?;
    let mut statistics = Statistics::default();
    for row in numbers {
        let cost = costs.remove(&row.of_agent).unwrap_or_default();
        match row.of_agent {
            None => statistics.total = row.group(cost)?,
            Some(_) => statistics.agents.push(row.group(cost)?),
        }
    }
    Ok(statistics)
}

fn bind<'t>(sql: Query<'t>, query: &StatisticsQuery) -> Query<'t> {
    sql.bind(query.agent_id.map(Id::uuid))
        .bind(query.agent_type.clone())
        .time(query.from.unwrap_or(paging::FIRST))
        .time(query.until.unwrap_or(paging::LAST))
}

/// The sums of each group, sorted by the currency's code.
fn by_group(mut costs: Vec<Cost>) -> Result<BTreeMap<Option<Uuid>, Vec<Money>>> {
    costs.sort_by(|a, b| a.currency.cmp(&b.currency));
    let mut groups = BTreeMap::<_, Vec<Money>>::new();
    for cost in costs {
        let money = cost::money(cost.cost_nanos_billions, cost.cost_nanos_rest, &cost.currency)?;
        groups.entry(cost.of_agent).or_default().push(money);
    }
    Ok(groups)
}

impl Numbers {
    fn group(self, cost: Vec<Money>) -> Result<StatisticsGroup> {
        let calls: u64 = number("calls", self.calls)?;
        let decided = self.succeeded + self.failed;
        let duration_us = whole(self.duration_us_billions, self.duration_us_rest);
        Ok(StatisticsGroup {
            agent_id: self.of_agent.map(Id::from_uuid),
            agent_name: self.name,
            agent_type: self.agent_type,
            calls,
            succeeded: number("succeeded", self.succeeded)?,
            failed: number("failed", self.failed)?,
            cancelled: number("cancelled", self.cancelled)?,
            success_rate: (decided > 0).then(|| self.succeeded as f64 / decided as f64),
            mean_ms: (calls > 0).then(|| duration_us as f64 / calls as f64 / 1000.0),
            p50_ms: Some(milliseconds(self.p50)),
            p95_ms: Some(milliseconds(self.p95)),
            p99_ms: Some(milliseconds(self.p99)),
            tokens: Tokens {
                input: saturated(whole(self.tokens_input_billions, self.tokens_input_rest)),
                output: saturated(whole(self.tokens_output_billions, self.tokens_output_rest)),
            },
            cost,
        })
    }
}

/// Puts the two parts of a sum together.
fn whole(billions: i64, rest: i64) -> i128 {
    i128::from(billions) * 1_000_000_000 + i128::from(rest)
}

fn saturated(sum: i128) -> u64 {
    u64::try_from(sum).unwrap_or(u64::MAX)
}

fn milliseconds(micros: i64) -> f64 {
    micros as f64 / 1000.0
}
