use serde_json::{Value, json};

use crate::support::{AIR_PASSENGERS, SALES, answer, csv, near, reference};

fn picture() -> Value {
    answer("sales_analysis", json!({ "table": csv(SALES) }))
}

#[test]
fn a_first_call_with_nothing_but_a_table_gives_the_whole_picture() {
    let found = picture();
    assert_eq!((&found["value"], &found["date"]), (&json!("revenue"), &json!("order_date")));
    assert_eq!(found["totals"]["sum"], reference("/sales/sum"));
    assert_eq!(found["totals"]["rows"], reference("/sales/rows"));
    let columns: Vec<&Value> = found["groups"].as_array().unwrap().iter().map(|it| &it["column"]).collect();
    assert_eq!(columns, ["region", "product", "category", "channel"]);
    assert_eq!(found["over_time"]["trend"]["direction"], "up");
    assert_eq!(found["over_time"]["forecast"]["points"].as_array().unwrap().len(), 12);
    assert_eq!(found["findings"].as_array().unwrap().len(), 6, "{}", found["findings"]);
}

#[test]
fn sums_by_group_and_month_equal_those_of_pandas() {
    let found = picture();
    let regions = reference("/sales/by_region");
    for group in found["groups"][0]["groups"].as_array().unwrap() {
        assert_eq!(group["value"], regions[group["name"].as_str().unwrap()]);
    }
    let months = reference("/sales/by_month");
    let by_period = found["over_time"]["by_period"].as_array().unwrap();
    assert_eq!(by_period.len(), months.as_object().unwrap().len());
    for month in by_period {
        assert_eq!(month["value"], months[month["period"].as_str().unwrap()]);
    }
}

#[test]
fn the_viral_day_that_was_planted_is_the_oddest() {
    let found = &picture()["over_time"]["anomalies"];
    assert_eq!(found["period"], "day");
    let days: Vec<&str> =
        found["strongest"].as_array().unwrap().iter().map(|it| it["period"].as_str().unwrap()).collect();
    assert!(days[..3].contains(&"2024-03-15"), "{days:?}");
    assert!(days.contains(&"2024-10-09"), "the bulk order is missing in {days:?}");
}

#[test]
fn the_last_period_is_compared_with_the_one_before_and_with_last_year() {
    let table = csv(
        "day,shop,sales\n2023-03-01,A,50\n2024-02-01,A,100\n2024-02-01,B,100\n2024-03-01,A,180\n2024-03-01,B,70\n",
    );
    let found = answer("sales_analysis", json!({ "table": table, "period": "month", "group_by": "shop" }));
    let latest = &found["over_time"]["latest"];
    assert_eq!((&latest["value"], &latest["previous"]["change_percent"]), (&json!(250), &json!(25)));
    assert_eq!(
        (&latest["year_ago"]["period"], &latest["year_ago"]["change_percent"]),
        (&json!("2023-03"), &json!(400))
    );
    assert_eq!(
        found["top_movers"]["up"],
        json!([{ "column": "shop", "name": "A", "change": 80, "change_percent": 80 }])
    );
    assert_eq!(found["top_movers"]["down"][0]["change_percent"], json!(-30));
}

#[test]
fn a_month_that_the_data_cut_off_is_not_compared_as_a_whole_one() {
    let mut table = String::from("day,sales\n");
    for day in 0..100 {
        let date = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + chrono::Days::new(day);
        table += &format!("{date},10\n");
    }
    let found = answer("sales_analysis", json!({ "table": csv(table), "period": "month" }));
    assert_eq!(found["over_time"]["last"], "2024-03", "April has only nine days");
    assert!(found["assumed"].to_string().contains("2024-04"));
    assert_eq!(found["totals"]["sum"], json!(1000), "totals count all days");
}

#[test]
fn slope_and_chance_equal_those_of_scipy_and_pymannkendall() {
    let head: String = AIR_PASSENGERS.lines().take(13).map(|line| format!("{line}\n")).collect();
    let found = answer("sales_analysis", json!({ "table": csv(head), "value": "passengers" }));
    let trend = &found["over_time"]["trend"];
    near(&trend["slope_per_period"], &reference("/air_first_12_slope"), 1e-5);
    near(&trend["p_value"], &reference("/air_first_12_mann_kendall_p"), 1e-4);
    assert_eq!(trend["direction"], "flat");
}

#[test]
fn a_table_without_dates_still_has_totals_and_groups() {
    let table = csv("region,revenue\nNorth,1.10\nSouth,2.20\nNorth,3.30\nSouth,0.10\n,1\n");
    let found = answer("sales_analysis", json!({ "table": table }));
    assert_eq!(found["over_time"], Value::Null);
    assert_eq!(
        found["groups"][0]["groups"][0],
        json!({
            "name": "North", "value": 4.4, "share_percent": 57.14, "rows": 2, "mean": 2.2,
        })
    );
    assert_eq!(found["groups"][0]["groups"][2]["name"], "(missing)");
}

#[test]
fn one_row_is_enough_for_a_picture_without_a_forecast() {
    let found = answer("sales_analysis", json!({ "table": csv("date,revenue\n2024-05-01,7.50\n") }));
    assert_eq!(found["over_time"]["latest"]["value"], json!(7.5));
    assert_eq!((&found["over_time"]["trend"], &found["over_time"]["forecast"]), (&Value::Null, &Value::Null));
}
