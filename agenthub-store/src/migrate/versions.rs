//! The versions of the schema. A version that was released is never changed; a new one is added below.

use sha2::{Digest, Sha256};

use crate::sql::Tx;

/// One step of the schema: how to take it and how to take it back.
pub(super) struct Version {
    pub(super) number: u32,
    pub(super) name: &'static str,
    /// What both databases do.
    shared: Script,
    /// What PostgreSQL does besides: on the way up afterwards, on the way down before.
    postgres: Script,
}

#[derive(Clone, Copy)]
struct Script {
    up: &'static str,
    down: &'static str,
}

const NOTHING: Script = Script { up: "", down: "" };

/// A step that brings tables, with a fence of row-level security around them, which falls with them.
const fn tables(
    number: u32,
    name: &'static str,
    up: &'static str,
    fence: &'static str,
    down: &'static str,
) -> Version {
    Version { number, name, shared: Script { up, down }, postgres: Script { up: fence, down: "" } }
}

/// Every version, numbered 1, 2, 3, …
pub(super) const VERSIONS: &[Version] = &[
    Version {
        number: 1,
        name: "tables",
        shared: Script {
            up: include_str!("../../migrations/0001_tables.up.sql"),
            down: include_str!("../../migrations/0001_tables.down.sql"),
        },
        postgres: NOTHING,
    },
    Version {
        number: 2,
        name: "fence",
        // SQLite has no row-level security.
        shared: NOTHING,
        postgres: Script {
            up: include_str!("../../migrations/0002_fence.postgres.up.sql"),
            down: include_str!("../../migrations/0002_fence.postgres.down.sql"),
        },
    },
    tables(
        3,
        "attempts",
        include_str!("../../migrations/0003_attempts.up.sql"),
        include_str!("../../migrations/0003_attempts.fence.sql"),
        include_str!("../../migrations/0003_attempts.down.sql"),
    ),
    tables(
        4,
        "audit index",
        include_str!("../../migrations/0004_audit_index.up.sql"),
        include_str!("../../migrations/0004_audit_index.fence.sql"),
        include_str!("../../migrations/0004_audit_index.down.sql"),
    ),
    tables(
        5,
        "audit views",
        include_str!("../../migrations/0005_audit_views.up.sql"),
        include_str!("../../migrations/0005_audit_views.fence.sql"),
        include_str!("../../migrations/0005_audit_views.down.sql"),
    ),
    tables(
        6,
        "audit tree",
        include_str!("../../migrations/0006_audit_tree.up.sql"),
        include_str!("../../migrations/0006_audit_tree.fence.sql"),
        include_str!("../../migrations/0006_audit_tree.down.sql"),
    ),
    tables(
        7,
        "idempotency",
        include_str!("../../migrations/0007_idempotency.up.sql"),
        include_str!("../../migrations/0007_idempotency.fence.sql"),
        include_str!("../../migrations/0007_idempotency.down.sql"),
    ),
    tables(
        8,
        "exchange rates",
        include_str!("../../migrations/0008_exchange_rates.up.sql"),
        include_str!("../../migrations/0008_exchange_rates.fence.sql"),
        include_str!("../../migrations/0008_exchange_rates.down.sql"),
    ),
    tables(
        9,
        "localization",
        include_str!("../../migrations/0009_localization.up.sql"),
        include_str!("../../migrations/0009_localization.fence.sql"),
        include_str!("../../migrations/0009_localization.down.sql"),
    ),
    Version {
        number: 10,
        name: "agent revisions",
        shared: Script {
            up: include_str!("../../migrations/0010_agent_revisions.up.sql"),
            down: include_str!("../../migrations/0010_agent_revisions.down.sql"),
        },
        postgres: NOTHING,
    },
    tables(
        11,
        "subject keys",
        include_str!("../../migrations/0011_subject_keys.up.sql"),
        include_str!("../../migrations/0011_subject_keys.fence.sql"),
        include_str!("../../migrations/0011_subject_keys.down.sql"),
    ),
    tables(
        12,
        "retention",
        include_str!("../../migrations/0012_retention.up.sql"),
        include_str!("../../migrations/0012_retention.fence.sql"),
        include_str!("../../migrations/0012_retention.down.sql"),
    ),
    tables(
        13,
        "audit exports",
        include_str!("../../migrations/0013_audit_exports.up.sql"),
        include_str!("../../migrations/0013_audit_exports.fence.sql"),
        include_str!("../../migrations/0013_audit_exports.down.sql"),
    ),
    tables(
        14,
        "audit forwarding",
        include_str!("../../migrations/0014_audit_forwarding.up.sql"),
        include_str!("../../migrations/0014_audit_forwarding.fence.sql"),
        include_str!("../../migrations/0014_audit_forwarding.down.sql"),
    ),
    tables(
        15,
        "audit days",
        include_str!("../../migrations/0015_audit_days.up.sql"),
        include_str!("../../migrations/0015_audit_days.fence.sql"),
        include_str!("../../migrations/0015_audit_days.down.sql"),
    ),
    tables(
        16,
        "audit months",
        include_str!("../../migrations/0016_audit_months.up.sql"),
        include_str!("../../migrations/0016_audit_months.fence.sql"),
        include_str!("../../migrations/0016_audit_months.down.sql"),
    ),
];

impl Version {
    /// The script that takes the step, in this transaction's dialect.
    pub(super) fn up(&self, tx: &Tx) -> String {
        match tx {
            // The collation that compares bytes has another name there.
            Tx::Sqlite(_) => self.shared.up.replace("COLLATE \"C\"", "COLLATE BINARY"),
            Tx::Postgres(_) => format!("{}{}", self.shared.up, self.postgres.up),
        }
    }

    /// The script that takes it back.
    pub(super) fn down(&self, tx: &Tx) -> String {
        match tx {
            Tx::Sqlite(_) => self.shared.down.to_owned(),
            Tx::Postgres(_) => format!("{}{}", self.postgres.down, self.shared.down),
        }
    }

    /// What the database notes of the step, to see later that it is still the same.
    pub(super) fn checksum(&self, tx: &Tx) -> Vec<u8> {
        match tx {
            Tx::Sqlite(_) => checksum([self.shared.up, ""]),
            Tx::Postgres(_) => checksum([self.shared.up, self.postgres.up]),
        }
    }

    /// Is it the checksum of this step, on either database?
    pub(super) fn is_checksum(&self, found: &[u8]) -> bool {
        [self.postgres.up, ""].into_iter().any(|more| found == checksum([self.shared.up, more]))
    }
}

fn checksum(parts: [&str; 2]) -> Vec<u8> {
    parts.into_iter().fold(Sha256::new(), Sha256::chain_update).finalize().to_vec()
}
