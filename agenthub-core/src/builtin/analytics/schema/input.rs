//! What the capabilities take.

use serde_json::{Map, Value, json};

use super::{DIALECT, typed};

/// The schema of a capability's input.
pub(in crate::builtin::analytics) fn input(capability: &str) -> Value {
    let (properties, examples) = match capability {
        "describe" => {
            (describe(), json!([{ "table": { "csv": "region,revenue\nNorth,12.50\nSouth,8.00\n" } }]))
        }
        "sales_analysis" => (
            with(over_time(), sales()),
            json!([{
                "table": { "csv": "order_date,region,revenue\n2024-01-05,North,12.50\n2024-02-09,South,8.00\n" },
                "date": "order_date", "value": "revenue", "group_by": ["region"], "period": "month",
            }]),
        ),
        "detect_anomalies" => (
            with(over_time(), anomalies()),
            json!([{ "table": { "columns": { "load": [5, 6, 5, 7, 6, 90, 5] } }, "value": "load" }]),
        ),
        "customer_segmentation" => (
            segments(),
            json!([{
                "table": { "rows": [{ "customer_id": "C1", "order_date": "2024-01-05", "revenue": 12.5 }] },
                "method": "rfm",
            }]),
        ),
        _ => (
            with(over_time(), forecast()),
            json!([{
                "table": { "columns": { "month": ["2024-01", "2024-02"], "revenue": [100, 120] } },
                "horizon": 6, "level": 0.9,
            }]),
        ),
    };
    json!({
        "$schema": DIALECT,
        "type": "object",
        "properties": with(json!({ "table": table() }), properties),
        "required": ["table"],
        "additionalProperties": false,
        "examples": examples,
    })
}

/// The properties of both.
fn with(first: Value, second: Value) -> Value {
    let objects =
        [first, second].into_iter().filter_map(|it| if let Value::Object(it) = it { Some(it) } else { None });
    Value::Object(objects.flatten().collect::<Map<_, _>>())
}

fn table() -> Value {
    let form = |name: &str, schema: Value| json!({ "type": "object", "properties": { name: schema }, "required": [name], "additionalProperties": false });
    let cell = json!({ "type": ["string", "number", "boolean", "null"] });
    json!({
        "description": "The table, in one of three forms; at most 64 MiB of text and 20 million cells.",
        "oneOf": [
            form("csv", typed("string", "CSV text with a header line; separated by comma, semicolon, tab or |.")),
            form("rows", json!({
                "type": "array", "items": { "type": "object", "additionalProperties": cell },
                "description": "Objects, one for each row; a field that is missing has no value.",
            })),
            form("columns", json!({
                "type": "object", "additionalProperties": { "type": "array", "items": cell },
                "description": "Arrays of one length, one for each column.",
            })),
        ],
    })
}

fn date_order() -> Value {
    json!({
        "enum": ["dmy", "mdy", null],
        "description": "Whether 3/4/2024 has the day or the month first; found in the column where it can be.",
    })
}

fn column(description: &str) -> Value {
    json!({ "type": ["string", "null"], "description": format!("{description}; guessed where it is absent.") })
}

fn names(description: &str) -> Value {
    json!({
        "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }, { "type": "null" }],
        "description": description,
    })
}

fn whole(min: usize, max: usize, description: &str) -> Value {
    json!({ "type": ["integer", "null"], "minimum": min, "maximum": max, "description": description })
}

fn over_time() -> Value {
    json!({
        "value": column("The column that is measured"),
        "date": column("The column with the dates"),
        "date_order": date_order(),
        "period": {
            "enum": ["hour", "day", "week", "month", "quarter", "year", null],
            "description": "The length of one step; one that suits the dates where it is absent.",
        },
        "aggregate": {
            "enum": ["sum", "mean", "count", null],
            "description": "How the values of one period become one; their sum where it is absent.",
        },
    })
}

fn describe() -> Value {
    json!({
        "columns": names("The columns to describe; all where it is absent."),
        "top": whole(0, 100, "How many of the most frequent values are listed; 5 where it is absent."),
        "date_order": date_order(),
    })
}

fn sales() -> Value {
    json!({
        "group_by": names("The columns to group by; guessed where it is absent."),
        "customer": column("The column that says whose the row is"),
        "horizon": whole(1, 1_000, "How many periods to forecast."),
        "top": whole(1, 1_000, "How many groups of a column are listed; 10 where it is absent."),
    })
}

fn anomalies() -> Value {
    json!({
        "method": {
            "enum": ["mad", "hampel", "seasonal", null],
            "description": "Compare with the median of all, of the neighbours, or with trend and season; what suits the series where it is absent.",
        },
        "threshold": {
            "type": ["number", "null"], "minimum": 1, "maximum": 100,
            "description": "From how many robust standard deviations on a value is odd; 3.5 where it is absent.",
        },
        "window": whole(2, 1_000, "How many neighbours on each side `hampel` looks at; 7 where it is absent."),
        "season_length": whole(2, 10_000, "The length of the season in steps, where the calendar's is not meant."),
        "group_by": { "type": ["string", "null"], "description": "A column whose groups are looked at one by one." },
        "by_row": { "type": ["boolean", "null"], "description": "Whether to look at rows instead of periods." },
        "limit": whole(1, 10_000, "How many anomalies are listed, strongest first; 100 where it is absent."),
    })
}

fn forecast() -> Value {
    json!({
        "horizon": whole(1, 1_000, "How many periods to forecast; what suits the period where it is absent."),
        "season_length": whole(2, 10_000, "The length of the season in steps, where the calendar's is not meant."),
        "level": {
            "type": ["number", "null"], "minimum": 0.5, "maximum": 0.999,
            "description": "The chance with which a value is to lie in its interval; 0.95 where it is absent.",
        },
    })
}

fn segments() -> Value {
    json!({
        "method": {
            "enum": ["rfm", "kmeans", null],
            "description": "Scores by recency, frequency and monetary value, or clusters; clusters where `features` or `clusters` are given, scores otherwise.",
        },
        "customer": column("The column that says whose the row is"),
        "value": column("The column that is measured"),
        "date": column("The column with the dates"),
        "date_order": date_order(),
        "as_of": {
            "type": ["string", "null"], "format": "date",
            "description": "The day from which recency is counted back; the last in the table where it is absent.",
        },
        "features": names("Columns of numbers to cluster rows by, instead of customers by what they bought."),
        "clusters": whole(2, 50, "How many clusters; the number from 2 to 8 with the best silhouette where it is absent."),
        "scale": {
            "type": ["boolean", "null"],
            "description": "Whether each feature is brought to one standard deviation first; so where it is absent.",
        },
        "limit": whole(0, 100_000, "How many customers are listed; 100 where it is absent."),
    })
}
