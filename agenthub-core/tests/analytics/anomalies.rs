use serde_json::{Value, json};

use crate::support::{SALES, answer, csv};

fn load(values: Value) -> Value {
    json!({ "columns": { "load": values } })
}

#[test]
fn one_odd_value_is_found_by_the_published_formula() {
    // Median 6, median absolute deviation 1: (90 - 6) / 1.4826.
    let found = answer("detect_anomalies", json!({ "table": load(json!([5, 6, 5, 7, 6, 90, 7])) }));
    assert_eq!(
        found["anomalies"],
        json!([
            { "row": 6, "value": 90, "expected": 6, "score": 56.6571, "direction": "high" }
        ])
    );
}

#[test]
fn a_half_of_equal_values_does_not_hide_an_odd_one() {
    let found = answer("detect_anomalies", json!({ "table": load(json!([5, 5, 5, 5, 5, 5, 5, 5, 50, 5])) }));
    assert_eq!(found["total"], json!(1));
    let found = answer("detect_anomalies", json!({ "table": load(json!([5, 5, 5, 5, 5, 5])) }));
    assert_eq!(found["total"], json!(0));
}

#[test]
fn a_usual_value_in_the_wrong_season_is_odd() {
    let weekly = [10, 11, 10, 11, 12, 40, 5];
    let mut values: Vec<i64> = (0..84).map(|i| weekly[i % 7] + (i as i64 * 7) % 3).collect();
    values[43] = 40;
    let input = json!({ "table": load(json!(values)), "method": "seasonal", "season_length": 7 });
    let found = answer("detect_anomalies", input);
    assert_eq!(found["anomalies"][0]["row"], json!(44));
    assert_eq!(found["total"], json!(1));
    let found = answer("detect_anomalies", json!({ "table": load(json!(values)), "method": "mad" }));
    let high = found["anomalies"].as_array().unwrap().iter().filter(|it| it["direction"] == "high").count();
    assert_eq!(high, 13, "by the median of all, each of the twelve Saturdays is as odd");
}

#[test]
fn a_step_up_is_not_odd_among_its_neighbours() {
    let values: Vec<f64> = (0..60).map(|i| f64::from(i / 30 * 100) + f64::from(i * 7 % 5)).collect();
    let found =
        answer("detect_anomalies", json!({ "table": load(json!(values)), "method": "hampel", "window": 5 }));
    assert_eq!(found["total"], json!(0), "{}", found["anomalies"]);
}

#[test]
fn the_planted_days_are_found_in_the_sales() {
    let found = answer("detect_anomalies", json!({ "table": csv(SALES), "period": "day", "limit": 5 }));
    assert_eq!(found["methods"], json!(["seasonal"]));
    let days: Vec<&Value> = found["anomalies"].as_array().unwrap().iter().map(|it| &it["period"]).collect();
    assert!(days.contains(&&json!("2024-03-15")), "{days:?}");
}

#[test]
fn rows_are_looked_at_where_they_are_asked_for() {
    let found =
        answer("detect_anomalies", json!({ "table": csv(SALES), "value": "quantity", "by_row": true }));
    assert_eq!(found["anomalies"][0]["value"], json!(150), "the bulk order");
    assert_eq!(found["date"], Value::Null);
}

#[test]
fn each_group_is_measured_by_itself() {
    let mut table = String::from("shop,load\n");
    for i in 0..20 {
        table += &format!("small,{}\nlarge,{}\n", 10 + i % 3, 1000 + i % 3);
    }
    table += "small,60\n";
    let found = answer("detect_anomalies", json!({ "table": csv(table), "group_by": "shop" }));
    assert_eq!((&found["total"], &found["anomalies"][0]["group"]), (&json!(1), &json!("small")));
    assert_eq!(found["anomalies"][0]["row"], json!(41));
}
