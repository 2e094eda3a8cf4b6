//! The versions of the schema. A version that was released is never changed; a new one is added below.

use sha2::{Digest, Sha256};

use crate::sql::Tx;

/// One step of the schema: how to take it and how to take it back.
pub(super) struct Version {
    pub(super) number: u32,
    pub(super) name: &'static str,
    sqlite: Script,
    postgres: Script,
}

#[derive(Clone, Copy)]
struct Script {
    up: &'static str,
    down: &'static str,
}

const TABLES: Script = Script {
    up: include_str!("../../migrations/0001_tables.up.sql"),
    down: include_str!("../../migrations/0001_tables.down.sql"),
};

const ATTEMPTS_DOWN: &str = include_str!("../../migrations/0003_attempts.down.sql");

/// Every version, numbered 1, 2, 3, …
pub(super) const VERSIONS: &[Version] = &[
    Version { number: 1, name: "tables", sqlite: TABLES, postgres: TABLES },
    Version {
        number: 2,
        name: "fence",
        // SQLite has no row-level security.
        sqlite: Script { up: "", down: "" },
        postgres: Script {
            up: include_str!("../../migrations/0002_fence.postgres.up.sql"),
            down: include_str!("../../migrations/0002_fence.postgres.down.sql"),
        },
    },
    Version {
        number: 3,
        name: "attempts",
        sqlite: Script { up: include_str!("../../migrations/0003_attempts.up.sql"), down: ATTEMPTS_DOWN },
        postgres: Script {
            up: concat!(
                include_str!("../../migrations/0003_attempts.up.sql"),
                include_str!("../../migrations/0003_attempts.fence.sql")
            ),
            down: ATTEMPTS_DOWN,
        },
    },
];

impl Version {
    /// The script that takes the step, in this transaction's dialect.
    pub(super) fn up(&self, tx: &Tx) -> String {
        match tx {
            // The collation that compares bytes has another name there.
            Tx::Sqlite(_) => self.sqlite.up.replace("COLLATE \"C\"", "COLLATE BINARY"),
            Tx::Postgres(_) => self.postgres.up.to_owned(),
        }
    }

    /// The script that takes it back.
    pub(super) fn down(&self, tx: &Tx) -> String {
        match tx {
            Tx::Sqlite(_) => self.sqlite.down.to_owned(),
            Tx::Postgres(_) => self.postgres.down.to_owned(),
        }
    }

    /// What the database notes of the step, to see later that it is still the same.
    pub(super) fn checksum(&self, tx: &Tx) -> Vec<u8> {
        match tx {
            Tx::Sqlite(_) => self.sqlite.checksum(),
            Tx::Postgres(_) => self.postgres.checksum(),
        }
    }

    /// Is it the checksum of this step, on either database?
    pub(super) fn is_checksum(&self, checksum: &[u8]) -> bool {
        checksum == self.sqlite.checksum() || checksum == self.postgres.checksum()
    }
}

impl Script {
    fn checksum(self) -> Vec<u8> {
        Sha256::digest(self.up).to_vec()
    }
}
