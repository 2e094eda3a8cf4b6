use serde_json::{Value, json};

use crate::support::{IRIS, SALES, answer, csv, near, reference};

const FEATURES: [&str; 4] = ["sepal_length", "sepal_width", "petal_length", "petal_width"];

#[test]
fn clusters_of_the_irises_equal_those_of_scikit_learn() {
    for (scale, name, count) in [(false, "raw", 2), (false, "raw", 3), (false, "raw", 4), (true, "scaled", 2)]
    {
        let input = json!({ "table": csv(IRIS), "features": FEATURES, "clusters": count, "scale": scale });
        let found = answer("customer_segmentation", input);
        let expected = reference(&format!("/iris_kmeans/{name}_{count}"));
        near(&found["silhouette"], &expected["silhouette"], 1e-5);
        near(&found["inertia"], &expected["inertia"], 1e-5);
    }
}

#[test]
fn clusters_are_as_tight_as_those_of_scikit_learn_where_many_are_almost_equal() {
    for count in [3, 4] {
        let input = json!({ "table": csv(IRIS), "features": FEATURES, "clusters": count });
        let found = answer("customer_segmentation", input)["inertia"].as_f64().unwrap();
        let theirs = reference(&format!("/iris_kmeans/scaled_{count}/inertia")).as_f64().unwrap();
        assert!(found <= theirs * 1.0001, "{found} is more than {theirs}");
    }
}

#[test]
fn the_number_of_clusters_is_the_one_with_the_best_silhouette() {
    let found =
        answer("customer_segmentation", json!({ "table": csv(IRIS), "features": FEATURES, "limit": 3 }));
    assert_eq!(found["clusters"], json!(2));
    let sizes: Vec<&Value> =
        found["segments"].as_array().unwrap().iter().map(|it| &it["customers"]).collect();
    assert_eq!(sizes, [&json!(100), &json!(50)]);
    assert_eq!(found["members"][0]["customer"], "row 1");
}

#[test]
fn recency_frequency_and_worth_equal_those_of_pandas() {
    let found = answer("customer_segmentation", json!({ "table": csv(SALES) }));
    assert_eq!(found["customers"], reference("/sales_customers"));
    let (best, expected) = (&found["members"][0], reference("/sales_top_customer"));
    for name in ["customer", "recency_days", "frequency", "monetary"] {
        assert_eq!(best[name], expected[name], "{name}");
    }
    assert_eq!((&best["scores"][1], &best["scores"][2]), (&json!(5), &json!(5)));
    let of_all: u64 =
        found["segments"].as_array().unwrap().iter().map(|it| it["customers"].as_u64().unwrap()).sum();
    assert_eq!(Value::from(of_all), found["customers"], "everybody is in one segment");
    assert_eq!(found["segments"][0]["segment"], "champions");
}

#[test]
fn scores_are_fifths_with_equal_customers_in_the_same_one() {
    let mut table = String::from("customer,date,amount\n");
    for i in 1..=10 {
        table += &format!("C{i},2024-01-{:02},{}\n", if i <= 5 { 10 } else { i + 10 }, i * 10);
    }
    let found = answer("customer_segmentation", json!({ "table": csv(table), "as_of": "2024-01-31" }));
    let members = found["members"].as_array().unwrap();
    let of = |name: &str| members.iter().find(|it| it["customer"] == name).unwrap()["scores"].clone();
    assert_eq!(of("C10"), json!([5, 3, 5]));
    assert_eq!(of("C1"), json!([2, 3, 1]));
    assert_eq!(of("C1")[0], of("C5")[0], "both bought last on the same day");
    assert_eq!(members[0]["recency_days"], json!(11));
}

#[test]
fn customers_are_clustered_by_what_they_bought() {
    let found =
        answer("customer_segmentation", json!({ "table": csv(SALES), "method": "kmeans", "clusters": 3 }));
    assert_eq!(found["features"], json!(["recency_days", "frequency", "monetary"]));
    assert_eq!(found["customers"], reference("/sales_customers"));
    assert!(found["silhouette"].as_f64().unwrap() > 0.2, "{}", found["silhouette"]);
}
