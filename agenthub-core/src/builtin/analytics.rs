//! An agent that analyses tables: it describes them, finds trends, anomalies and segments, and forecasts.

mod anomalies;
mod describe;
mod faults;
mod forecast;
mod options;
mod period;
mod roles;
mod sales;
mod schema;
mod seasons;
mod segments;
mod series;
mod stats;
mod table;
mod timed;
mod trend;
mod work;

use async_trait::async_trait;
use serde_json::Value;

use crate::agent::{AiAgent, Call, Description, Output};
use crate::error::{Code, Error, Result};
use work::Stop;

/// Analyses tables, offline.
///
/// A table comes in the call, as CSV text (`{"table": {"csv": "…"}}`), as rows (`{"table": {"rows": [{…}, …]}}`) or as
/// columns (`{"table": {"columns": {"name": […], …}}}`), up to 64 MiB of text and 20 million cells. Which column is
/// the value, the date or the customer is guessed where the input does not say; the output's `assumed` tells what was.
///
/// | capability | answers |
/// |---|---|
/// | `describe` | what is in each column |
/// | `sales_analysis` | totals, groups, movers, comparisons, trend, anomalies, forecast: the whole picture |
/// | `detect_anomalies` | which rows or periods are odd |
/// | `forecast`, `predictive_analytics` | what comes next, with intervals and a back-test (two names of one thing) |
/// | `customer_segmentation` | which kinds of customers there are |
///
/// The work is done on a blocking thread, and stops soon after the call is cancelled.
///
/// # Errors
/// `invalid` with every fault of the input: each bad cell by row and column (the first twenty), columns that do not
/// exist, tables that are too short or too large. Rows are counted from 1, without the header.
///
/// ```
/// use agenthub_core::AiAgent;
/// use agenthub_core::builtin::Analytics;
///
/// let capabilities = Analytics.describe().capabilities;
/// let names: Vec<&str> = capabilities.iter().map(|it| it.name.as_str()).collect();
/// assert!(names.contains(&"sales_analysis") && names.contains(&"forecast"));
/// assert_eq!(capabilities[0].input_schema["type"], "object");
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Analytics;

/// What answers one capability.
type Run = fn(&Value, &Stop) -> Result<Value>;

/// Each capability: its name, what it does, what answers it.
const CAPABILITIES: [(&str, &str, Run); 6] = [
    (
        "describe",
        "Describes each column of a table: type, missing and distinct values, range, mean, quantiles, most frequent values",
        describe::run,
    ),
    (
        "sales_analysis",
        "Gives the whole picture of a sales table: totals, groups, top movers, comparison with the last period and the last year, trend, anomalies and forecast",
        sales::run,
    ),
    (
        "detect_anomalies",
        "Finds odd values of a column, by row or by period, robustly and with regard to seasons",
        anomalies::run,
    ),
    (
        "forecast",
        "Forecasts a column by period, with trend, seasons, prediction intervals and a back-test of its own error",
        forecast::run,
    ),
    ("predictive_analytics", "The same as `forecast`", forecast::run),
    (
        "customer_segmentation",
        "Groups customers by recency, frequency and monetary value, or by k-means on chosen columns",
        segments::run,
    ),
];

#[async_trait]
impl AiAgent for Analytics {
    fn describe(&self) -> Description {
        let summary = "Analyses tables: description, sales, anomalies, forecast, customer segments";
        CAPABILITIES.iter().fold(Description::new(summary), |description, (name, words, _)| {
            description.typed_capability(*name, *words, schema::input(name), schema::output(name))
        })
    }

    async fn invoke(&self, call: Call) -> Result<Output> {
        let found = CAPABILITIES.iter().find(|(name, _, _)| **name == *call.capability);
        let Some((_, _, run)) = found else {
            let offered = CAPABILITIES.map(|(name, _, _)| name).join(", ");
            let error = Error::new(Code::CAPABILITY_NOT_OFFERED);
            return Err(error.with("capability", &call.capability).with("offered", offered));
        };
        let input = call.input;
        let answer = work::blocking(&call.cancelled, move |stop| run(&input, stop)).await?;
        Ok(answer.into())
    }
}
