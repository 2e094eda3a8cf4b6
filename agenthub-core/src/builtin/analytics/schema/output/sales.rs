//! What `sales_analysis` gives.

use serde_json::{Value, json};

use super::super::{list, maybe_number, object, or_null};
use super::{assumed, count, forecast, maybe_text, odd_value, text};

/// The schema of its output.
pub(super) fn sales() -> Value {
    let totals = json!({
        "sum": maybe_number("The sum; exact where the column is written with at most 15 digits."),
        "rows": count("Rows."),
        "rows_without_value": count("Rows whose value is missing."),
        "mean": maybe_number("By row."),
        "median": maybe_number("By row."),
        "customers": json!({ "type": ["integer", "null"], "description": "Different customers." }),
    });
    let group = json!({
        "name": text("The group; `(missing)` for rows without one."),
        "value": maybe_number("Its sum."),
        "share_percent": maybe_number("Of the whole."),
        "rows": count("Its rows."),
        "mean": maybe_number("By row."),
        "latest": maybe_number("Its sum in the last whole period."),
        "previous": maybe_number("Its sum in the period before."),
        "change_percent": maybe_number("From one to the other."),
    });
    let others = json!({
        "groups": count("How many groups are not listed."),
        "value": maybe_number("Their sum."),
        "share_percent": maybe_number("Of the whole."),
    });
    let grouped = json!({
        "column": text("The column."),
        "groups": list(object(group, &["latest", "previous", "change_percent"])),
        "others": object(others, &[]),
    });
    let mover = || {
        list(object(
            json!({
                "column": text("The column."), "name": text("The group."),
                "change": maybe_number("Against the period before."), "change_percent": maybe_number("The same."),
            }),
            &[],
        ))
    };
    object(
        json!({
            "value": text("The measured column."),
            "date": maybe_text("The date column."),
            "totals": object(totals, &[]),
            "groups": list(object(grouped, &[])),
            "top_movers": object(json!({ "up": mover(), "down": mover() }), &[]),
            "over_time": or_null(over_time()),
            "findings": json!({ "type": "array", "items": { "type": "string" }, "description": "The main points." }),
            "assumed": assumed(),
        }),
        &[],
    )
}

fn over_time() -> Value {
    let against = || {
        or_null(object(
            json!({
                "period": text("The period."), "value": maybe_number("Its value."),
                "change": maybe_number("To the last."), "change_percent": maybe_number("To the last."),
            }),
            &[],
        ))
    };
    let latest = json!({
        "period": text("The last whole period."),
        "value": maybe_number("Its value."),
        "previous": against(),
        "year_ago": against(),
    });
    let trend = json!({
        "direction": { "enum": ["up", "down", "flat"] },
        "slope_per_period": maybe_number("Theil-Sen slope, seasons taken out."),
        "slope_percent": maybe_number("The slope against the median."),
        "p_value": maybe_number("Of the Mann-Kendall test."),
        "season_lengths": list(count("Steps.")),
    });
    let anomalies = json!({
        "period": text("The length of a step."),
        "method": { "enum": ["mad", "hampel", "seasonal"] },
        "total": count("How many periods are odd."),
        "strongest": list(odd_value("period")),
    });
    let entry = json!({
        "period": text("The period."), "value": maybe_number("Its value."), "rows": count("Its rows."),
        "change_percent": maybe_number("To the period before."),
    });
    object(
        json!({
            "period": text("The length of a step."),
            "first": text("The first whole period."),
            "last": text("The last whole period."),
            "latest": object(latest, &[]),
            "trend": or_null(object(trend, &[])),
            "anomalies": object(anomalies, &[]),
            "forecast": or_null(forecast(false)),
            "by_period": list(object(entry, &[])),
        }),
        &[],
    )
}
