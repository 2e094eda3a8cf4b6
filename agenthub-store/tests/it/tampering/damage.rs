//! Ways to damage a log.

use super::log::Log;

/// Numbers that look random and are the same for the same seed.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u64) as usize].clone()
    }

    /// The number of a record that is there.
    fn record(&mut self, log: &Log) -> u64 {
        log.extent.start + self.below(log.extent.end - log.extent.start)
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.next() as u8)
    }
}

/// How far the attacker goes to hide it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rehash {
    Nothing,
    /// Every record has the leaf hash that it calls for.
    Leaves,
    /// And the tree is built anew over them.
    Tiles,
    /// And the heads say its roots; those of sizes that it has not any more are gone.
    Heads,
}

/// What a column is set to.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Sql(String),
    Id([u8; 16]),
    Hash([u8; 32]),
}

/// One way.
#[derive(Debug, Clone)]
pub(super) enum Damage {
    Column {
        sequence: u64,
        column: &'static str,
        value: Value,
    },
    Delete {
        sequence: u64,
        close: bool,
    },
    Insert {
        sequence: u64,
        like: u64,
        id: [u8; 16],
    },
    Swap {
        one: u64,
        other: u64,
    },
    Truncate {
        left: u64,
    },
    Tile(String),
    TileHash([u8; 32]),
    /// The hash of one leaf.
    TileLeaf {
        place: u64,
        hash: [u8; 32],
    },
    /// More records are gone, and the record says that they were to leave.
    MoveCut {
        to: u64,
        retain: u64,
    },
    /// A record stands where one has left.
    Forge {
        sequence: u64,
        like: u64,
        id: [u8; 16],
    },
    TreeSize(i64),
    LogLength(i64),
    Head {
        size: u64,
        column: &'static str,
        value: Value,
    },
    RemoveHeads {
        from: u64,
    },
}

/// Any of them.
pub(super) fn any(dice: &mut Dice, log: &Log) -> (Damage, Rehash) {
    let rehash = dice.one_of(&[Rehash::Nothing, Rehash::Leaves, Rehash::Tiles, Rehash::Heads]);
    let (begins_at, end) = (log.extent.start, log.extent.end);
    match dice.below(if begins_at > 0 { 16 } else { 12 }) {
        0..=4 => column(dice, log, rehash),
        5 => (Damage::Delete { sequence: dice.record(log), close: dice.coin() }, rehash),
        6 => {
            // Behind the last head that a witness has, nothing tells a forged record with the right hash from a new one.
            let end = end + u64::from(rehash == Rehash::Nothing);
            let (sequence, like, id) = (dice.below(end), dice.record(log), dice.bytes());
            (Damage::Insert { sequence, like, id }, rehash)
        }
        7 => {
            let (one, length) = (dice.record(log), end - begins_at);
            let other = begins_at + (one - begins_at + 1 + dice.below(length - 1)) % length;
            (Damage::Swap { one, other }, rehash)
        }
        8 => (Damage::Truncate { left: dice.below(end) }, rehash),
        9 => (tile(dice, end), Rehash::Nothing),
        10 => (head(dice, log), Rehash::Nothing),
        11 => {
            let by = dice.one_of(&[-3, -1, 1, 2, 1000]);
            (if dice.coin() { Damage::TreeSize(by) } else { Damage::LogLength(by) }, Rehash::Nothing)
        }
        12 => (Damage::Delete { sequence: begins_at, close: false }, rehash),
        // Up to the record that says so, which must be there.
        13 => {
            let to = begins_at + 1 + dice.below(log.retain - begins_at);
            (Damage::MoveCut { to, retain: log.retain }, rehash)
        }
        14 => {
            let (sequence, like, id) = (dice.below(begins_at), dice.record(log), dice.bytes());
            (Damage::Forge { sequence, like, id }, rehash)
        }
        _ => (Damage::TileLeaf { place: dice.below(begins_at), hash: dice.bytes() }, Rehash::Nothing),
    }
}

fn column(dice: &mut Dice, log: &Log, rehash: Rehash) -> (Damage, Rehash) {
    let sequence = dice.record(log);
    let longer = |column: &str| Value::Sql(format!("COALESCE({column}, '') || 'x'"));
    let texts = [
        "actor_id",
        "action",
        "entity_type",
        "entity_id",
        "request_id",
        "request_ip",
        "request_agent",
        "request_path",
        "error_code",
    ];
    let number = dice.below(1_000_000);
    let (column, value) = match dice.below(12) {
        0 => ("id", Value::Id(dice.bytes())),
        1 => ("at", Value::Sql(format!("'2031-05-05T05:05:05.{number:06}Z'"))),
        2 => {
            ("actor_type", Value::Sql("CASE actor_type WHEN 'system' THEN 'plugin' ELSE 'system' END".into()))
        }
        3 => ("automated", Value::Sql("NOT automated".into())),
        4 => ("changes", Value::Sql(format!("'{{\"number\":{{\"new\":{number}.5}}}}'"))),
        5 => ("changed_fields", Value::Sql("changed_fields || ',\"x\"'".into())),
        6 => ("severity", Value::Sql("(severity + 1) % 3".into())),
        7 => ("compliance_tags", Value::Sql("compliance_tags || ',\"x\"'".into())),
        8 => ("outcome", Value::Sql("CASE outcome WHEN 'success' THEN 'failure' ELSE 'success' END".into())),
        // With the others it would be as it was.
        9 => {
            let value = Value::Hash(dice.bytes());
            return (Damage::Column { sequence, column: "leaf_hash", value }, Rehash::Nothing);
        }
        _ => {
            let column = dice.one_of(&texts);
            (column, longer(column))
        }
    };
    (Damage::Column { sequence, column, value }, rehash)
}

fn tile(dice: &mut Dice, records: u64) -> Damage {
    let cut = dice.below(32 * records);
    match dice.below(4) {
        0 => Damage::Tile(format!("UPDATE agenthub_audit_tiles SET hashes = SUBSTR(hashes, 1, {cut})")),
        1 => Damage::Tile("DELETE FROM agenthub_audit_tiles".into()),
        2 => {
            let (level, place) = (dice.below(8), dice.below(1000) + 1);
            Damage::Tile(format!(
                "INSERT INTO agenthub_audit_tiles (organization_id, level, place, hashes)
                 SELECT organization_id, {level}, {place}, hashes FROM agenthub_audit_tiles"
            ))
        }
        _ => Damage::TileHash(dice.bytes()),
    }
}

fn head(dice: &mut Dice, log: &Log) -> Damage {
    let size = dice.one_of(&log.heads);
    let number = dice.below(1_000_000);
    let (column, value) = match dice.below(7) {
        0 => ("root", Value::Hash(dice.bytes())),
        1 => ("size", Value::Sql(format!("size + {}", number + 100))),
        2 => ("made_at", Value::Sql(format!("'2031-05-05T05:05:05.{number:06}Z'"))),
        3 => ("vkey", Value::Sql("vkey || 'x'".into())),
        4 => ("note", Value::Sql(format!("SUBSTR(note, {})", number % 200 + 2))),
        5 => ("note", Value::Sql(format!("SUBSTR(note, 1, {})", number % 200))),
        _ => return Damage::RemoveHeads { from: dice.one_of(&[0, log.extent.end]) },
    };
    Damage::Head { size, column, value }
}
