//! Somebody who can write every table, but has no key.

mod attack;
mod damage;

use agenthub_core::audit::verify::Fault;
use agenthub_core::audit::{Actor, Request, SignedHead};
use agenthub_core::organization::OrganizationId;
use agenthub_core::user::UserId;
use agenthub_core::{Caller, Role};
use agenthub_store::SqlStore;
use agenthub_store::testing::TestDatabase;

use self::attack::Attacker;
use self::damage::{Damage, Dice, Rehash, Value};
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
    async fn new(database: &TestDatabase, records: u64) -> Result<Self, libtest_mimic::Failed> {
        let store = database.store().await?;
        let hub = busy_hub(database.store().await?)?;
        let organization = hub.create_organization("Acme").await?.id;
        // Of a person, so that every record has something sealed in it.
        let person = Caller::new(organization, Actor::Human(UserId::new()), Role::Owner);
        let (ip, user_agent) = (Some("10.0.0.7".to_owned()), Some("Browser/7".to_owned()));
        let session = hub.enter(person.with_request(Request { ip, user_agent, ..Request::default() }));
        // A head is signed now and then on the way, and one at the end.
        for number in 1..records {
            record(&session, number as usize).await?;
            if number == 4 || number == records - 1 {
                while session.audit().head(Some(number + 1)).await.is_err() {
                    tokio::task::yield_now().await;
                }
            }
        }
        let last = session.audit().head(None).await?;
        hub.close().await;
        assert_eq!(last.size, records);
        let attacker = Attacker::new(database, organization).await?;
        Ok(Self { store, organization, last, attacker })
    }

    async fn fault(&self) -> Result<Option<Fault>, libtest_mimic::Failed> {
        Ok(check(&self.store, self.organization, vec![self.last.note.clone()]).await?.fault)
    }

    /// What is found after this damage.
    async fn after(&mut self, damage: Damage, rehash: Rehash) -> Result<Fault, libtest_mimic::Failed> {
        self.attacker.inflict(&self.store, &(damage, rehash)).await?;
        let found = self.fault().await?.ok_or("nothing was found")?;
        self.attacker.restore().await?;
        Ok(found)
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
    Log::new(&database, RECORDS).await?.withstands(1, 2_500).await
}

pub(crate) async fn each_of_many_ways_is_found_2(database: TestDatabase) -> Outcome {
    Log::new(&database, RECORDS).await?.withstands(2, 2_500).await
}

pub(crate) async fn each_of_many_ways_is_found_3(database: TestDatabase) -> Outcome {
    Log::new(&database, RECORDS).await?.withstands(3, 2_500).await
}

pub(crate) async fn each_of_many_ways_is_found_4(database: TestDatabase) -> Outcome {
    Log::new(&database, RECORDS).await?.withstands(4, 2_500).await
}

pub(crate) async fn each_of_some_ways_is_found(database: TestDatabase) -> Outcome {
    Log::new(&database, RECORDS).await?.withstands(5, 300).await
}

pub(crate) async fn what_happened_is_named(database: TestDatabase) -> Outcome {
    let mut log = Log::new(&database, RECORDS).await?;
    let rename = || Damage::Column { sequence: 3, column: "action", value: Value::Sql("'forged'".into()) };
    for rehash in [Rehash::Nothing, Rehash::Leaves] {
        let found = log.after(rename(), rehash).await?;
        assert!(matches!(found, Fault::RecordChanged { sequence: 3, .. }), "{rehash:?}: {found}");
        for close in [false, true] {
            let found = log.after(Damage::Delete { sequence: 3, close }, rehash).await?;
            assert_eq!(found, Fault::RecordRemoved { sequence: 3 }, "{rehash:?}");
        }
        let found = log.after(Damage::Insert { sequence: 3, like: 1, id: [7; 16] }, rehash).await?;
        assert!(matches!(found, Fault::RecordInserted { sequence: 3, .. }), "{rehash:?}: {found}");
        let found = log.after(Damage::Swap { one: 2, other: 6 }, rehash).await?;
        assert!(matches!(found, Fault::RecordMoved { sequence: 2, from: 6, .. }), "{rehash:?}: {found}");
    }
    let found = log.after(rename(), Rehash::Tiles).await?;
    let Fault::RootDiffers { after, size } = found else { return Err(format!("{found}").into()) };
    assert!((after..size).contains(&3) && size <= 5, "{found}");
    for rehash in [Rehash::Nothing, Rehash::Heads] {
        let found = log.after(Damage::Truncate { left: 4 }, rehash).await?;
        assert_eq!(found, Fault::Truncated { records: 4, expected: RECORDS });
    }
    let unreadable = Damage::Column { sequence: 5, column: "outcome", value: Value::Sql("'no'".into()) };
    assert_eq!(log.after(unreadable, Rehash::Nothing).await?, Fault::RecordUnreadable { sequence: 5 });
    let short = Damage::Head { size: 5, column: "root", value: Value::Sql("SUBSTR(root, 2)".into()) };
    let found = log.after(short, Rehash::Nothing).await?;
    assert!(matches!(found, Fault::Unreadable { .. }), "{found}");
    let found = log.after(Damage::LogLength(2), Rehash::Nothing).await?;
    assert_eq!(found, Fault::LengthWrong { records: RECORDS, length: RECORDS + 2 });
    let found = log.after(Damage::TreeSize(-2), Rehash::Nothing).await?;
    assert_eq!(found, Fault::TreeCut { size: RECORDS - 2, expected: RECORDS });
    let found = log.after(Damage::RemoveHeads { from: RECORDS }, Rehash::Nothing).await?;
    assert_eq!(found, Fault::HeadRemoved { size: RECORDS });
    Ok(())
}

pub(crate) async fn a_tile_that_was_changed_is_named(database: TestDatabase) -> Outcome {
    let mut log = Log::new(&database, 600).await?;
    for (level, index) in [(0, 0), (0, 1), (0, 2), (1, 0)] {
        let statement = format!(
            "UPDATE agenthub_audit_tiles SET hashes = SUBSTR(hashes, 33) || SUBSTR(hashes, 1, 32)
             WHERE level = {level} AND place = {index}"
        );
        let found = log.after(Damage::Tile(statement), Rehash::Nothing).await?;
        assert_eq!(found, Fault::TileWrong { level, index });
    }
    Ok(())
}
