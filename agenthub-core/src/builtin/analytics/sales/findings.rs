//! The answer's main points as sentences.

use serde_json::Value;

/// Writes down what a reader wants to know first, from the finished answer, so that both say the same.
pub(super) fn write(answer: &Value) -> Vec<String> {
    let sentences =
        [total(answer), latest(answer), trend(answer), best_group(answer), anomaly(answer), next(answer)];
    sentences.into_iter().flatten().collect()
}

fn total(answer: &Value) -> Option<String> {
    let (value, totals) = (answer["value"].as_str()?, &answer["totals"]);
    Some(format!("{value} adds up to {} in {} rows", totals["sum"], totals["rows"]))
}

fn latest(answer: &Value) -> Option<String> {
    let latest = &answer["over_time"]["latest"];
    let (period, value) = (latest["period"].as_str()?, &latest["value"]);
    let against = |name: &str, words: &str| {
        let percent = latest[name]["change_percent"].as_f64()?;
        let (size, way) = (percent.abs(), if percent < 0.0 { "less" } else { "more" });
        Some(format!("{size} % {way} than {words} {}", latest[name]["period"].as_str()?))
    };
    let comparisons = [against("previous", "in"), against("year_ago", "a year before, in")];
    let comparisons: Vec<String> = comparisons.into_iter().flatten().collect();
    if comparisons.is_empty() {
        return Some(format!("{period} brought {value}"));
    }
    Some(format!("{period} brought {value}: {}", comparisons.join(", ")))
}

fn trend(answer: &Value) -> Option<String> {
    let over_time = &answer["over_time"];
    let (trend, period) = (&over_time["trend"], over_time["period"].as_str()?);
    match trend["direction"].as_str()? {
        "flat" => Some("no trend can be told from chance".into()),
        way => Some(format!(
            "the trend goes {way} by {} each {period}",
            trend["slope_per_period"].as_f64()?.abs()
        )),
    }
}

fn best_group(answer: &Value) -> Option<String> {
    let grouped = answer["groups"].get(0)?;
    let best = grouped["groups"].get(0)?;
    let (column, name) = (grouped["column"].as_str()?, best["name"].as_str()?);
    Some(format!("the largest {column} is {name} with {} %", best["share_percent"]))
}

fn anomaly(answer: &Value) -> Option<String> {
    let anomalies = &answer["over_time"]["anomalies"];
    let strongest = anomalies["strongest"].get(0)?;
    let (total, period) = (&anomalies["total"], strongest["period"].as_str()?);
    let (value, expected) = (&strongest["value"], &strongest["expected"]);
    let unit = anomalies["period"].as_str()?;
    Some(format!("odd {unit}s: {total}, the oddest is {period} with {value} where {expected} was expected"))
}

fn next(answer: &Value) -> Option<String> {
    let forecast = &answer["over_time"]["forecast"];
    let point = forecast["points"].get(0)?;
    let (period, value) = (point["period"].as_str()?, &point["value"]);
    let (low, high) = (&point["low"], &point["high"]);
    let chance = forecast["interval_level"].as_f64()? * 100.0;
    Some(format!("{period} is forecast at {value}, {chance} % likely between {low} and {high}"))
}
