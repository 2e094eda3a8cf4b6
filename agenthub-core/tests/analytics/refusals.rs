use serde_json::{Value, json};

use crate::support::{AIR_PASSENGERS, IRIS, answer, ask, csv, faults};

#[test]
fn a_bad_cell_is_told_by_row_and_column() {
    let table = csv(
        "day,revenue\n2024-01-01,5\n2024-01-02,abc\n2024-01-03,7\n2024-01-04,8\n2024-01-05,9\n2024-01-06,1\n",
    );
    let found = faults("forecast", json!({ "table": table }));
    assert_eq!(found, ["/table/csv row 2, column revenue: \"abc\" is not a number"]);
}

#[test]
fn twenty_faults_are_told_and_the_others_counted() {
    let rows: String = (0..25).map(|i| format!("x{i}\n")).collect();
    let found = faults("detect_anomalies", json!({ "table": csv(format!("v\n{rows}")), "value": "v" }));
    assert_eq!(found.len(), 21);
    assert!(found[19].contains("row 20") && found[20].ends_with("5 more faults are not listed"));
}

#[test]
fn an_unknown_column_is_told_with_those_that_exist() {
    let found = faults("forecast", json!({ "table": csv(AIR_PASSENGERS), "value": "pasengers" }));
    assert_eq!(found, ["/value there is no column \"pasengers\"; the columns are month, passengers"]);
}

#[test]
fn rows_of_another_length_are_told() {
    let found = faults("describe", json!({ "table": csv("a,b\n1,2\n3\n4,5,6\n") }));
    assert_eq!(
        found,
        ["/table/csv the header has 2 cells, row 2 has 1", "/table/csv the header has 2 cells, row 3 has 3",]
    );
    let found = faults("describe", json!({ "table": { "columns": { "a": [1, 2], "b": [1] } } }));
    assert_eq!(found, ["/table/columns column b has 1 values where the longest has 2"]);
}

#[test]
fn a_header_that_names_a_column_twice_is_refused() {
    assert_eq!(
        faults("describe", json!({ "table": csv("a,b,a\n1,2,3\n") })),
        ["/table/csv the header names column \"a\" twice"]
    );
}

#[test]
fn an_empty_table_is_refused_in_each_form() {
    for (table, place) in [
        (csv(""), "/table/csv"),
        (csv("a,b\n"), "/table/csv"),
        (json!({ "rows": [] }), "/table/rows"),
        (json!({ "columns": {} }), "/table/columns"),
        (json!({ "columns": { "a": [] } }), "/table/columns"),
    ] {
        assert_eq!(faults("describe", json!({ "table": table })), [format!("{place} the table has no rows")]);
    }
}

#[test]
fn a_table_in_no_form_or_in_two_is_refused() {
    for table in [json!({}), json!("a,b"), json!({ "csv": "a\n1\n", "rows": [] }), json!({ "csv": 5 })] {
        assert!(faults("describe", json!({ "table": table }))[0].starts_with("/table must be {\"csv\""));
    }
    assert_eq!(faults("describe", json!({})), ["/table is required"]);
    assert_eq!(faults("describe", json!([]))[0], "/ must be an object with a `table`");
}

#[test]
fn every_wrong_option_is_told_at_once() {
    let input = json!({
        "table": csv(AIR_PASSENGERS), "horizon": 0, "level": "high", "period": "fortnight", "value": 7, "colour": "red",
    });
    let found = faults("forecast", input);
    assert_eq!(found.len(), 5, "{found:#?}");
    assert!(found.iter().any(|it| it == "/horizon must lie between 1 and 1000"));
    assert!(found.iter().any(|it| it.starts_with("/colour the field colour is unknown")));
    assert!(found.iter().any(|it| it == "/period must be one of hour, day, week, month, quarter, year"));
}

#[test]
fn a_column_without_any_value_cannot_be_measured() {
    let found = faults("detect_anomalies", json!({ "table": csv("a,b\n1,\n2,NA\n"), "value": "b" }));
    assert_eq!(found, ["/table/csv column b has no value in any row"]);
    let found = faults("sales_analysis", json!({ "table": csv("a,b\nx,\ny,NA\n") }));
    assert_eq!(found, ["/value no column holds numbers to analyse; name one in `value`"]);
}

#[test]
fn a_series_that_is_too_short_says_what_it_needs() {
    let found = faults("forecast", json!({ "table": csv("month,v\n2024-01,1\n") }));
    assert_eq!(found, ["/table a forecast needs at least 6 whole periods; there are 1"]);
    let found = faults("detect_anomalies", json!({ "table": csv("v\n1\n") }));
    assert_eq!(found, ["/table anomalies need at least 5 values; there are fewer"]);
}

#[test]
fn numbers_that_are_not_finite_are_refused() {
    let table = json!({ "columns": { "v": [1, 2, 3, 4, 5, 6, 7, 8, "1e999", "Infinity"] } });
    assert_eq!(
        faults("detect_anomalies", json!({ "table": table })),
        [
            "/table/columns row 9, column v: \"1e999\" is too large a number",
            "/table/columns row 10, column v: \"Infinity\" is not a number",
        ]
    );
}

#[test]
fn the_largest_floats_give_no_nan_and_no_panic() {
    let table = json!({ "columns": { "v": [1e308, -1e308, 1e308, 5e-324, 0, 1e308, -1e308, 3] } });
    for capability in ["describe", "forecast", "detect_anomalies", "sales_analysis"] {
        let _ = ask(capability, json!({ "table": table }));
    }
    let described = answer("describe", json!({ "table": table }));
    assert_eq!(described["columns"][0]["std"], Value::Null, "its square has no float");
}

#[test]
fn dates_that_can_be_read_two_ways_are_refused_until_it_is_said() {
    let rows: String = (1..=8).map(|i| format!("03/0{i}/2024,{i}\n")).collect();
    let table = csv(format!("when,v\n{rows}"));
    let found = faults("forecast", json!({ "table": table, "period": "day" }));
    assert!(found[0].contains("set `date_order`"), "{found:?}");
    let said = answer("forecast", json!({ "table": table, "period": "day", "date_order": "mdy" }));
    assert_eq!(said["history"]["last"], "2024-03-08");
    let mixed = csv("when,v\n25/01/2024,1\n01/25/2024,2\n");
    assert!(faults("forecast", json!({ "table": mixed }))[0].contains("others with the month first"));
}

#[test]
fn more_clusters_than_customers_are_refused() {
    let table = csv("a,b\n1,2\n1,2\n3,4\n");
    let found =
        faults("customer_segmentation", json!({ "table": table, "features": ["a", "b"], "clusters": 3 }));
    assert_eq!(found, ["/clusters 3 clusters need at least as many different customers; there are 2"]);
    let found = faults(
        "customer_segmentation",
        json!({ "table": csv(IRIS), "features": ["petal_width"], "clusters": 1_000_000 }),
    );
    assert_eq!(found, ["/clusters must lie between 2 and 50"]);
}

#[test]
fn a_table_without_customers_or_dates_has_no_segments() {
    let found = faults("customer_segmentation", json!({ "table": csv("a,revenue\nx,2\ny,3\n") }));
    assert!(found[0].starts_with("/customer no column names customers"), "{found:?}");
}

#[test]
fn more_than_64_mebibytes_are_refused() {
    let table = csv(format!("v\n{}", "1234567\n".repeat(8 << 20)));
    let error = ask("describe", json!({ "table": table })).unwrap_err();
    assert_eq!(error.violations()[0].to_string(), "/table/csv is larger than 67108864 bytes");
}

#[test]
fn a_table_of_nothing_but_separators_is_refused() {
    assert!(
        faults("describe", json!({ "table": csv(",".repeat(1 << 20)) }))[0]
            .contains("more than 1000 columns")
    );
}

#[test]
fn a_span_of_too_many_periods_is_refused() {
    let table = csv("when,v\n0001-01-01,1\n9999-12-31,2\n");
    assert!(faults("forecast", json!({ "table": table, "period": "day" }))[0].contains("more than 200000"));
}
