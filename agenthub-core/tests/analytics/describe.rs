use serde_json::{Value, json};

use crate::support::{AIR_PASSENGERS, SALES, answer, csv, near, reference};

fn column<'a>(described: &'a Value, name: &str) -> &'a Value {
    described["columns"].as_array().unwrap().iter().find(|it| it["name"] == name).unwrap()
}

#[test]
fn statistics_equal_those_of_pandas() {
    let described = answer("describe", json!({ "table": csv(AIR_PASSENGERS) }));
    let found = column(&described, "passengers");
    let expected = reference("/air_describe");
    near(&found["mean"], &expected["mean"], 1e-6);
    near(&found["std"], &expected["std"], 1e-6);
    for name in ["p05", "p25", "p50", "p75", "p95"] {
        near(&found["quantiles"][name], &expected[name], 1e-9);
    }
    assert_eq!((&found["min"], &found["max"]), (&json!(104), &json!(622)));
    assert_eq!(column(&described, "month")["type"], "date");
}

#[test]
fn the_sum_of_money_is_exact() {
    // As floats, ten times 0.1 is 0.9999999999999999.
    let table = csv(format!("price\n{}", "0.10\n".repeat(10)));
    let described = answer("describe", json!({ "table": table }));
    assert_eq!(described["columns"][0]["sum"].to_string(), "1");
    let described = answer("describe", json!({ "table": csv(SALES) }));
    assert_eq!(column(&described, "revenue")["sum"], reference("/sales/sum"));
    assert_eq!(column(&described, "revenue")["missing"], reference("/sales/missing"));
}

#[test]
fn each_column_has_its_type_and_its_most_frequent_values() {
    let table = csv(
        "name,when,paid,active,zip,none\nAnn,2024-01-05,1.5,true,01234,\nBob,2024-02-01,,false,99999,NA\nAnn,2024-02-02,3,true,01234,\n",
    );
    let described = answer("describe", json!({ "table": table, "top": 1 }));
    let types: Vec<&Value> = described["columns"].as_array().unwrap().iter().map(|it| &it["type"]).collect();
    assert_eq!(types, ["text", "date", "number", "boolean", "text", "empty"]);
    assert_eq!(column(&described, "name")["top"], json!([{ "value": "Ann", "count": 2, "percent": 66.67 }]));
    assert_eq!(
        (&column(&described, "paid")["missing"], &column(&described, "none")["missing"]),
        (&json!(1), &json!(3))
    );
    assert_eq!(column(&described, "when")["last"], "2024-02-02");
}

#[test]
fn the_three_forms_of_a_table_say_the_same() {
    let from = |table: Value| answer("describe", json!({ "table": table }))["columns"].clone();
    let text = from(csv("a,b\n1,x\n2.5,y\n,x\n"));
    assert_eq!(text, from(json!({ "rows": [{ "a": 1, "b": "x" }, { "a": 2.5, "b": "y" }, { "b": "x" }] })));
    assert_eq!(text, from(json!({ "columns": { "a": [1, 2.5, null], "b": ["x", "y", "x"] } })));
}

#[test]
fn separators_signs_and_marks_of_spreadsheets_are_understood() {
    for table in [
        "\u{feff}a;b\n1.234,50;2\n0,5;3\n",
        "a\tb\n1,234.50\t2\n0.5\t3\n",
        "a,b\n\"$1,234.50\",2\n$0.50,3\n",
        "a|b\r\n1234.5|2\r\n.5|3\r\n",
    ] {
        let described = answer("describe", json!({ "table": csv(table) }));
        assert_eq!(column(&described, "a")["sum"], json!(1235), "{table}");
        assert_eq!(column(&described, "b")["sum"], json!(5), "{table}");
    }
}

#[test]
fn numbers_in_brackets_are_negative_and_exponents_count() {
    let described = answer("describe", json!({ "table": csv("a\n(12.50)\n-1\n1e3\n") }));
    assert_eq!(column(&described, "a")["sum"], json!(986.5));
    assert_eq!(column(&described, "a")["negatives"], json!(2));
}

#[test]
fn equal_rows_are_counted() {
    let described = answer("describe", json!({ "table": csv("a,b\n1,x\n1,x\n1,\n1,x\n1,\n") }));
    assert_eq!(described["duplicate_rows"], json!(3));
}

#[test]
fn a_column_that_is_almost_numbers_is_described_as_text_with_a_note() {
    let table = csv("a\n1\n2\n3\n4\n5\n6\nabc\n");
    let described = answer("describe", json!({ "table": table }));
    assert_eq!(column(&described, "a")["type"], "text");
    assert!(described["notes"][0].as_str().unwrap().contains("row 7, column a: \"abc\" is not a number"));
}

#[test]
fn every_common_way_to_write_a_date_is_the_same_day() {
    let ways = [
        "2024-12-31",
        "2024/12/31",
        "31.12.2024",
        "12/31/2024",
        "31/12/24",
        "31 Dec 2024",
        "December 31, 2024",
        "31-dec-2024",
        "2024-12-31T23:59:59Z",
        "2024-12-31 23:59",
        "2024-12-31T00:30:00.5+02:00",
        "12/31/2024 11:59 PM",
    ];
    for way in ways {
        let described = answer("describe", json!({ "table": { "columns": { "d": [way] } } }));
        assert_eq!(described["columns"][0]["first"], "2024-12-31", "{way}");
    }
}

#[test]
fn the_whole_column_tells_day_and_month_apart() {
    let first = |dates: Value| {
        answer("describe", json!({ "table": { "columns": { "d": dates } } }))["columns"][0]["first"].clone()
    };
    assert_eq!(first(json!(["03/04/2024", "25/04/2024"])), "2024-04-03");
    assert_eq!(first(json!(["03/04/2024", "04/25/2024"])), "2024-03-04");
    assert_eq!(first(json!(["03.04.2024", "04.05.2024"])), "2024-04-03");
}
