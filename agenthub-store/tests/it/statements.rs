//! Every statement, on every database.

use agenthub_store::testing::{TestDatabase, explain_every_statement, prepare_every_statement};

use crate::Outcome;

pub(crate) async fn every_one_is_understood(database: TestDatabase) -> Outcome {
    let store = database.store().await?;
    assert!(prepare_every_statement(&store).await? > 70, "some are missing from the list");
    Ok(())
}

/// So that a page costs the same however many rows there are.
pub(crate) async fn every_list_goes_along_an_index(database: TestDatabase) -> Outcome {
    let store = database.store().await?;
    let mut lists = 0;
    for (text, steps) in explain_every_statement(&store).await? {
        if text.contains("LIMIT") {
            lists += 1;
            for step in steps {
                assert!(!step.contains("TEMP B-TREE") && !step.starts_with("SCAN"), "{step}\n{text}");
            }
        }
    }
    assert!(lists > 15, "only {lists} lists were looked at");
    Ok(())
}
