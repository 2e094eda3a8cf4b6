use serde_json::{Value, json};

use crate::support::{AIR_PASSENGERS, NILE, SALES, answer, csv, near, reference};

fn values<'a>(forecast: &'a Value, name: &str) -> Vec<&'a Value> {
    forecast["points"].as_array().unwrap().iter().map(|point| &point[name]).collect()
}

#[test]
fn simple_smoothing_of_the_nile_equals_that_of_statsmodels() {
    let found =
        answer("forecast", json!({ "table": csv(NILE), "date": "year", "value": "volume", "horizon": 3 }));
    let expected = reference("/nile_ann");
    // statsmodels was told to smooth the level only; the agent chose so itself, of six models.
    assert_eq!(found["model"], "exponential smoothing with level");
    for (name, field, tolerance) in [("value", "mean", 1e-3), ("low", "low", 0.01), ("high", "high", 0.01)] {
        for (found, expected) in values(&found, name).into_iter().zip(expected[field].as_array().unwrap()) {
            near(found, expected, tolerance);
        }
    }
}

#[test]
fn air_passengers_are_forecast_as_well_as_stl_and_ets_of_statsmodels_do() {
    let found = answer("forecast", json!({ "table": csv(AIR_PASSENGERS), "horizon": 12 }));
    let mape = found["backtest"]["mape"].as_f64().unwrap();
    let theirs = reference("/air_stl_ets_mape_last_12").as_f64().unwrap();
    assert!(mape <= theirs * 1.05, "{mape} % is worse than {theirs} %");
    assert_eq!((&found["period"], &found["season_lengths"]), (&json!("month"), &json!([12])));
    assert_eq!(found["model"], "STL seasons + exponential smoothing with trend, on logarithms");
    assert!(found["backtest"]["mase"].as_f64().unwrap() < 1.0);
}

#[test]
fn a_straight_line_goes_on() {
    let table = json!({ "columns": { "v": (0..30).map(|i| 5 * i - 3).collect::<Vec<_>>() } });
    let found = answer("forecast", json!({ "table": table, "horizon": 3 }));
    for (found, expected) in values(&found, "value").into_iter().zip([147, 152, 157]) {
        near(found, &json!(expected), 1e-4);
    }
    assert_eq!(values(&found, "period"), ["31", "32", "33"]);
}

#[test]
fn a_pure_season_comes_again_and_a_constant_stays() {
    let weekly = [10.0, 12.0, 11.0, 13.0, 20.0, 25.0, 5.0];
    let table = json!({ "columns": { "v": (0..70).map(|i| weekly[i % 7]).collect::<Vec<_>>() } });
    let found = answer("forecast", json!({ "table": table, "horizon": 7, "season_length": 7 }));
    for (found, expected) in values(&found, "value").into_iter().zip(weekly) {
        near(found, &json!(expected), 1e-3);
    }
    let found = answer("forecast", json!({ "table": { "columns": { "v": vec![4; 20] } }, "horizon": 2 }));
    values(&found, "value").into_iter().for_each(|value| near(value, &json!(4), 1e-6));
}

#[test]
fn intervals_hold_the_value_and_widen_with_distance_and_level() {
    let at = |level: f64| answer("forecast", json!({ "table": csv(SALES), "level": level, "horizon": 6 }));
    let (narrow, wide) = (at(0.8), at(0.99));
    let width = |point: &Value| point["high"].as_f64().unwrap() - point["low"].as_f64().unwrap();
    for (narrow, wide) in narrow["points"].as_array().unwrap().iter().zip(wide["points"].as_array().unwrap())
    {
        assert!(width(narrow) < width(wide));
        let (low, value) = (narrow["low"].as_f64().unwrap(), narrow["value"].as_f64().unwrap());
        assert!(0.0 <= low && low <= value && value <= narrow["high"].as_f64().unwrap());
    }
}

#[test]
fn days_of_sales_are_forecast_better_than_by_repeating_weeks() {
    let backtest = &answer("forecast", json!({ "table": csv(SALES), "period": "day" }))["backtest"];
    assert_eq!(backtest["held_out"], json!(14));
    assert!(backtest["mase"].as_f64().unwrap() < 1.0, "{backtest}");
    assert!(backtest["coverage_percent"].as_f64().unwrap() > 75.0, "{backtest}");
}

#[test]
fn both_names_of_the_capability_give_the_same() {
    let input = json!({ "table": csv(AIR_PASSENGERS), "horizon": 2 });
    assert_eq!(answer("predictive_analytics", input.clone()), answer("forecast", input));
}

#[test]
fn days_without_rows_count_as_zero_and_are_told() {
    let table = csv(
        "day,sales\n2024-01-01,5\n2024-01-02,5\n2024-01-04,5\n2024-01-05,5\n2024-01-06,5\n2024-01-07,5\n2024-01-08,5\n",
    );
    let found = answer("forecast", json!({ "table": table, "period": "day" }));
    assert_eq!(found["history"]["periods"], json!(8));
    assert!(found["assumed"].to_string().contains("1 periods without rows count as 0"));
}
