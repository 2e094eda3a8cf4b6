//! Somebody who can write every table, but has no key.

mod attack;
mod damage;
mod log;

use agenthub_core::audit::verify::Fault;
use agenthub_store::testing::TestDatabase;

use self::damage::{Damage, Rehash, Value};
use self::log::Log;
use crate::Outcome;

/// How many records a log has of which none has left.
const RECORDS: u64 = 9;

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

/// Ten thousand more, of a log of which the first records have left.
pub(crate) async fn each_of_many_ways_is_found_where_some_have_left_1(database: TestDatabase) -> Outcome {
    Log::cut(&database).await?.withstands(6, 5_000).await
}

pub(crate) async fn each_of_many_ways_is_found_where_some_have_left_2(database: TestDatabase) -> Outcome {
    Log::cut(&database).await?.withstands(7, 5_000).await
}

pub(crate) async fn each_of_some_ways_is_found_where_some_have_left(database: TestDatabase) -> Outcome {
    Log::cut(&database).await?.withstands(8, 300).await
}

pub(crate) async fn what_happened_where_some_have_left_is_named(database: TestDatabase) -> Outcome {
    let mut log = Log::cut(&database).await?;
    let (begins_at, end) = (log.extent.start, log.extent.end);
    let one_more = || Damage::Delete { sequence: begins_at, close: false };
    for rehash in [Rehash::Nothing, Rehash::Leaves, Rehash::Tiles] {
        let found = log.after(one_more(), rehash).await?;
        assert_eq!(found, Fault::RecordRemoved { sequence: begins_at }, "{rehash:?}");
    }
    let retain = log.retain;
    for rehash in [Rehash::Nothing, Rehash::Leaves] {
        let moved = Damage::MoveCut { to: begins_at + 1, retain };
        let found = log.after(moved, rehash).await?;
        assert!(
            matches!(found, Fault::RecordChanged { sequence, .. } if sequence == retain),
            "{rehash:?}: {found}"
        );
    }
    let forged = Damage::Forge { sequence: begins_at - 1, like: end - 1, id: [7; 16] };
    let found = log.after(forged, Rehash::Leaves).await?;
    assert!(matches!(found, Fault::RecordChanged { sequence, .. } if sequence == begins_at - 1), "{found}");
    let found = log.after(Damage::TileLeaf { place: 1, hash: [7; 32] }, Rehash::Nothing).await?;
    assert!(matches!(found, Fault::RootDiffers { .. }), "{found}");
    let short = Damage::Tile("UPDATE agenthub_audit_tiles SET hashes = SUBSTR(hashes, 1, 64)".into());
    assert_eq!(log.after(short, Rehash::Nothing).await?, Fault::TileWrong { level: 0, index: 0 });
    for left in [0, 2, begins_at] {
        let found = log.after(Damage::Truncate { left }, Rehash::Heads).await?;
        assert_eq!(found, Fault::Truncated { records: left, expected: end });
    }
    Ok(())
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
