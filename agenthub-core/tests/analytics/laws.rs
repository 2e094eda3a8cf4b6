use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{answer, ask};

fn describe(values: &[i64]) -> Value {
    answer("describe", json!({ "table": { "columns": { "v": values } } }))["columns"][0].clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_does_not_change_a_description(
        (values, shuffled) in prop::collection::vec(-1_000_000_i64..1_000_000, 1..60)
            .prop_flat_map(|values| (Just(values.clone()), Just(values).prop_shuffle()))
    ) {
        prop_assert_eq!(describe(&values), describe(&shuffled));
    }

    #[test]
    fn a_sum_is_exact(cents in prop::collection::vec(-100_000_000_i64..100_000_000, 1..200)) {
        let text = |cents: i64| format!("{}{}.{:02}", if cents < 0 { "-" } else { "" }, cents.abs() / 100, cents.abs() % 100);
        let cells: Vec<String> = cents.iter().map(|it| text(*it)).collect();
        let found = answer("describe", json!({ "table": { "columns": { "v": cells } } }));
        let exact: f64 = text(cents.iter().sum()).parse().unwrap();
        prop_assert_eq!(found["columns"][0]["sum"].as_f64().unwrap(), exact);
    }

    #[test]
    fn scaling_and_moving_the_values_finds_the_same_anomalies(
        values in prop::collection::vec(-1_000_i64..1_000, 5..80), factor in 1_i64..50, offset in -5_000_i64..5_000
    ) {
        let found = |values: Vec<i64>| -> Vec<Value> {
            let found = answer("detect_anomalies", json!({ "table": { "columns": { "v": values } } }));
            found["anomalies"].as_array().unwrap().iter().map(|it| it["row"].clone()).collect()
        };
        let moved = values.iter().map(|it| it * factor + offset).collect();
        let sorted = |mut rows: Vec<Value>| { rows.sort_by_key(Value::as_u64); rows };
        prop_assert_eq!(sorted(found(values)), sorted(found(moved)));
    }

    #[test]
    fn silhouettes_lie_between_minus_one_and_one_and_sizes_add_up(
        values in prop::collection::hash_set(-1_000_i64..1_000, 3..60), clusters in 2_usize..4
    ) {
        let values: Vec<i64> = values.into_iter().collect();
        let input = json!({ "table": { "columns": { "v": values } }, "features": ["v"], "clusters": clusters.min(values.len()) });
        let found = answer("customer_segmentation", input);
        prop_assert!((-1.0..=1.0).contains(&found["silhouette"].as_f64().unwrap()));
        let sizes: u64 = found["segments"].as_array().unwrap().iter().map(|it| it["customers"].as_u64().unwrap()).sum();
        prop_assert_eq!(sizes as usize, values.len());
    }

    #[test]
    fn no_text_at_all_makes_the_agent_panic(text in "(?s)[a-c0-9,;.\"\n \u{feff}é-]{0,200}") {
        for capability in ["describe", "sales_analysis", "detect_anomalies", "forecast", "customer_segmentation"] {
            match ask(capability, json!({ "table": { "csv": text } })) {
                Ok(answer) => prop_assert!(answer.is_object()),
                Err(error) => prop_assert_eq!(error.code().as_str(), "invalid"),
            }
        }
    }
}
