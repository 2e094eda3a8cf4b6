use std::time::{Duration, Instant};

use agenthub_core::agent::AiAgent;
use agenthub_core::builtin::Analytics;
use serde_json::json;

use crate::support::{AIR_PASSENGERS, call, csv};

#[tokio::test]
async fn a_cancelled_call_stops() {
    let call = call("describe", json!({ "table": csv(AIR_PASSENGERS) }));
    call.cancelled.cancel();
    let error = Analytics.invoke(call).await.unwrap_err();
    assert_eq!(error.code().as_str(), "invocation.cancelled");
}

#[tokio::test]
async fn async_work_goes_on_while_a_table_is_read() {
    let table = format!("a,b,c\n{}", "1.25,word,2024-01-01\n".repeat(200_000));
    let work = Analytics.invoke(call("describe", json!({ "table": csv(table) })));
    tokio::pin!(work);
    let mut ticks = 0;
    let mut clock = tokio::time::interval(Duration::from_millis(1));
    // On one thread, ticks come only if the work is done on another.
    let output = loop {
        tokio::select! {
            output = &mut work => break output.unwrap(),
            _ = clock.tick() => ticks += 1,
        }
    };
    assert_eq!(output.value["rows"], json!(200_000));
    assert!(ticks > 3, "only {ticks} ticks");
}

#[tokio::test]
async fn an_unknown_capability_is_answered_with_those_that_are_offered() {
    let error = Analytics.invoke(call("dance", json!({}))).await.unwrap_err();
    assert_eq!(error.code().as_str(), "capability.not_offered");
    assert!(error.to_string().contains("sales_analysis"));
}

/// Prints how long millions of cells take; run it with `--release -- --ignored --nocapture`.
#[tokio::test]
#[ignore = "a measurement"]
async fn measure_millions_of_cells() {
    let mut table = String::from("order_id,order_date,region,customer_id,quantity,revenue\n");
    for i in 0..1_000_000_u64 {
        let day = chrono::NaiveDate::from_ymd_opt(2021, 1, 1).unwrap() + chrono::Days::new(i / 700);
        let (region, customer, cents) = (i % 7, i * 7919 % 40_000, i * 104_729 % 100_000);
        table += &format!("{i},{day},R{region},C{customer},{},{}.{:02}\n", i % 5, cents / 100, cents % 100);
    }
    println!("{} MB", table.len() >> 20);
    for capability in ["describe", "sales_analysis", "detect_anomalies", "forecast", "customer_segmentation"]
    {
        let call = call(capability, json!({ "table": csv(table.clone()) }));
        let start = Instant::now();
        Analytics.invoke(call).await.unwrap();
        println!("{capability}: {:?}", start.elapsed());
    }
}
