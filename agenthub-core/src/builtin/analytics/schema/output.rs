//! What the capabilities give.

mod sales;

use serde_json::{Value, json};

use super::{DIALECT, list, maybe_number, object, or_null, typed};

/// The schema of a capability's output.
pub(in crate::builtin::analytics) fn output(capability: &str) -> Value {
    let mut schema = match capability {
        "describe" => describe(),
        "sales_analysis" => sales::sales(),
        "detect_anomalies" => anomalies(),
        "customer_segmentation" => segments(),
        _ => forecast(true),
    };
    schema["$schema"] = DIALECT.into();
    schema
}

fn text(description: &str) -> Value {
    typed("string", description)
}

fn maybe_text(description: &str) -> Value {
    json!({ "type": ["string", "null"], "description": description })
}

fn count(description: &str) -> Value {
    json!({ "type": "integer", "minimum": 0, "description": description })
}

fn assumed() -> Value {
    json!({ "type": "array", "items": { "type": "string" }, "description": "What was assumed, in sentences." })
}

fn describe() -> Value {
    let top = object(
        json!({ "value": text("The value."), "count": count("Its rows."), "percent": maybe_number("Of the known values.") }),
        &[],
    );
    let quantile = || maybe_number("Interpolated as in spreadsheets (type 7).");
    let quantiles = object(
        json!({ "p05": quantile(), "p25": quantile(), "p50": quantile(), "p75": quantile(), "p95": quantile() }),
        &[],
    );
    let column = json!({
        "name": text("Its name."),
        "type": { "enum": ["number", "date", "boolean", "text", "empty"] },
        "missing": count("Rows without a value."),
        "missing_percent": maybe_number("Of all rows."),
        "distinct": count("Different values."),
        "top": list(top),
        "min": maybe_number("The least."),
        "max": maybe_number("The greatest."),
        "sum": maybe_number("The sum; exact where the column is written with at most 15 digits."),
        "mean": maybe_number("The arithmetic mean."),
        "std": maybe_number("The standard deviation, by n - 1."),
        "quantiles": quantiles,
        "zeros": count("Values that are 0."),
        "negatives": count("Values below 0."),
        "first": maybe_text("The first day."),
        "last": maybe_text("The last day."),
    });
    let of_a_kind =
        ["top", "min", "max", "sum", "mean", "std", "quantiles", "zeros", "negatives", "first", "last"];
    object(
        json!({
            "rows": count("Rows of the table."),
            "duplicate_rows": count("Rows that equal an earlier one."),
            "columns": list(object(column, &of_a_kind)),
            "notes": assumed(),
        }),
        &[],
    )
}

fn odd_value(place: &str) -> Value {
    let properties = json!({
        "period": text("The period."),
        "row": count("The row, from 1."),
        "group": text("The group."),
        "value": maybe_number("What it is."),
        "expected": maybe_number("What was expected."),
        "score": maybe_number("Robust standard deviations between the two."),
        "direction": { "enum": ["high", "low"] },
    });
    let optional = ["period", "row", "group"].into_iter().filter(|name| *name != place).collect::<Vec<_>>();
    object(properties, &optional)
}

fn anomalies() -> Value {
    object(
        json!({
            "value": text("The measured column."),
            "date": maybe_text("The date column; null where rows were looked at."),
            "period": maybe_text("The length of a step; null where rows were looked at."),
            "methods": list(json!({ "enum": ["mad", "hampel", "seasonal"] })),
            "threshold": maybe_number("From which score on a value is odd."),
            "points": count("How many values were looked at."),
            "total": count("How many are odd."),
            "anomalies": list(odd_value("")),
            "assumed": assumed(),
        }),
        &[],
    )
}

fn forecast(whole: bool) -> Value {
    let point = json!({
        "period": text("The period."),
        "value": maybe_number("The median of what may come."),
        "low": maybe_number("The lower end of the interval."),
        "high": maybe_number("The upper end of the interval."),
    });
    let backtest = json!({
        "held_out": count("How many of the last periods were forecast from those before."),
        "mae": maybe_number("Mean absolute error."),
        "rmse": maybe_number("Root of the mean squared error."),
        "mape": maybe_number("Mean absolute error in percent; null where a value is 0."),
        "smape": maybe_number("The symmetric one, 0 to 200."),
        "mase": maybe_number("Error against that of repeating the last season; below 1 is better than that."),
        "naive_mae": maybe_number("The error of repeating the last season through the held-out periods."),
        "coverage_percent": maybe_number("How many of the values lay in their intervals."),
        "interval_level": maybe_number("How many should."),
    });
    let history = json!({
        "periods": count("How many the forecast is made from."),
        "first": text("The first."),
        "last": text("The last."),
        "last_value": maybe_number("What the last one brought."),
    });
    let mut properties = json!({
        "model": text("The model, in words."),
        "period": maybe_text("The length of a step; null where rows are the steps."),
        "season_lengths": list(count("Steps.")),
        "interval_level": maybe_number("The chance with which a value is to lie in its interval."),
        "points": list(object(point, &[])),
        "backtest": or_null(object(backtest, &[])),
    });
    if whole {
        properties["value"] = text("The measured column.");
        properties["date"] = maybe_text("The date column.");
        properties["history"] = object(history, &[]);
        properties["assumed"] = assumed();
    }
    object(properties, &[])
}

fn segments() -> Value {
    let numbers = json!({ "type": "object", "additionalProperties": { "type": ["number", "null"] } });
    let segment = json!({
        "segment": text("Its name."),
        "customers": count("How many."),
        "customers_percent": maybe_number("Of all."),
        "monetary": maybe_number("What they bought for."),
        "monetary_percent": maybe_number("Of all."),
        "average_recency_days": maybe_number("Days since the last purchase."),
        "average_frequency": maybe_number("Days with a purchase."),
        "average_monetary": maybe_number("What one bought for."),
        "means": numbers,
    });
    let member = json!({
        "customer": text("The customer."),
        "segment": text("The segment."),
        "recency_days": maybe_number("Days since the last purchase."),
        "frequency": maybe_number("Days with a purchase."),
        "monetary": maybe_number("What was bought for."),
        "scores": list(json!({ "type": "integer", "minimum": 1, "maximum": 5 })),
        "features": numbers,
    });
    let by_scores = [
        "monetary",
        "monetary_percent",
        "average_recency_days",
        "average_frequency",
        "average_monetary",
        "means",
    ];
    let members = ["recency_days", "frequency", "monetary", "scores", "features"];
    object(
        json!({
            "method": { "enum": ["rfm", "kmeans"] },
            "as_of": text("The day from which recency is counted back."),
            "customers": count("How many customers."),
            "features": list(text("A feature.")),
            "clusters": count("How many clusters."),
            "inertia": maybe_number("The sum of squared distances from the centers."),
            "silhouette": maybe_number("How well the clusters are apart: -1 to 1."),
            "segments": list(object(segment, &by_scores)),
            "members": list(object(member, &members)),
            "assumed": assumed(),
        }),
        &["as_of", "features", "clusters", "inertia", "silhouette"],
    )
}
