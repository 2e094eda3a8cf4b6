//! Every statement, on every database.

use agenthub_store::testing::{TestDatabase, prepare_every_statement};

use crate::Outcome;

pub(crate) async fn every_one_is_understood(database: TestDatabase) -> Outcome {
    let store = database.store().await?;
    assert!(prepare_every_statement(&store).await? > 70, "some are missing from the list");
    Ok(())
}
