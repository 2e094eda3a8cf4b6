//! Somebody who can write every table, but has no key.

mod attack;
mod damage;

use agenthub_core::Caller;
use agenthub_core::audit::SignedHead;
use agenthub_core::audit::verify::Fault;
use agenthub_core::organization::OrganizationId;
use agenthub_core::page::Page;
use agenthub_core::store::Store;
use agenthub_store::SqlStore;
use agenthub_store::testing::TestDatabase;

use self::attack::Attacker;
use self::damage::Dice;
use crate::Outcome;
use crate::audit_tree::{busy_hub, check, record};

/// How many records the log has.
const RECORDS: u64 = 9;

/// A log that is signed to its end, and the last head as a witness keeps it.
struct Log {
    store: SqlStore,
    organization: OrganizationId,
    last: SignedHead,
    attacker: Attacker,
}

impl Log {
    async fn new(database: &TestDatabase) -> Result<Self, libtest_mimic::Failed> {
        let store = database.store().await?;
        let hub = busy_hub(database.store().await?)?;
        let organization = hub.create_organization("Acme").await?.id;
        let session = hub.enter(Caller::system(organization));
        // A head is signed now and then on the way, and one at the end.
        for number in 1..RECORDS {
            record(&session, number as usize).await?;
            if number % 4 == 0 || number == RECORDS - 1 {
                while session.audit().head(Some(number + 1)).await.is_err() {
                    tokio::task::yield_now().await;
                }
            }
        }
        let last = session.audit().head(None).await?;
        hub.close().await;
        assert_eq!(last.size, RECORDS);
        let attacker = Attacker::new(database, organization).await?;
        Ok(Self { store, organization, last, attacker })
    }

    async fn fault(&self) -> Result<Option<Fault>, libtest_mimic::Failed> {
        Ok(check(&self.store, self.organization, vec![self.last.note.clone()]).await?.fault)
    }

    /// Damages the log in this many ways, one after the other; each must be found.
    async fn withstands(&mut self, seed: u64, ways: usize) -> Outcome {
        let mut dice = Dice::new(seed);
        assert_eq!(self.fault().await?, None, "as it was written");
        for way in 0..ways {
            let damage = damage::any(&mut dice);
            self.attacker
                .inflict(&self.store, &damage)
                .await
                .map_err(|error| format!("{damage:?}: {error:?}"))?;
            let found = self.fault().await?;
            assert!(found.is_some(), "not found: {damage:?}, number {way} of seed {seed}");
            self.attacker.restore().await?;
        }
        assert_eq!(self.fault().await?, None, "as it was before");
        Ok(())
    }
}

/// Ten thousand, in four parts that run beside each other.
pub(crate) async fn each_of_many_ways_is_found_1(database: TestDatabase) -> Outcome {
    Log::new(&database).await?.withstands(1, 2_500).await
}

pub(crate) async fn each_of_many_ways_is_found_2(database: TestDatabase) -> Outcome {
    Log::new(&database).await?.withstands(2, 2_500).await
}

pub(crate) async fn each_of_many_ways_is_found_3(database: TestDatabase) -> Outcome {
    Log::new(&database).await?.withstands(3, 2_500).await
}

pub(crate) async fn each_of_many_ways_is_found_4(database: TestDatabase) -> Outcome {
    Log::new(&database).await?.withstands(4, 2_500).await
}

pub(crate) async fn each_of_some_ways_is_found(database: TestDatabase) -> Outcome {
    Log::new(&database).await?.withstands(5, 300).await
}
