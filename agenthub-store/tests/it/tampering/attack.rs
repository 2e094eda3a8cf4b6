//! The attacker: a connection that may write every table, and puts them back afterwards.

use agenthub_core::audit::tree::{CompactRange, Edge, TilePlace, TreeHash};
use agenthub_core::organization::OrganizationId;
use agenthub_core::store::Store;
use agenthub_store::SqlStore;
use agenthub_store::testing::TestDatabase;
use libtest_mimic::Failed;
use sqlx::postgres::PgConnection;
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection, Executor};

use super::damage::{Damage, Rehash, Value};
use crate::Outcome;

/// The tables of the audit log; each refers only to those before it.
const TABLES: [&str; 5] = [
    "agenthub_audit_heads",
    "agenthub_audit_entries",
    "agenthub_audit_trees",
    "agenthub_audit_tiles",
    "agenthub_audit_tree_heads",
];

/// The columns of a record behind its organization, sequence and id.
const COLUMNS: &str = "at, actor_type, actor_id, automated, action, entity_type, entity_id, changes, changed_fields,
    request_id, request_ip, request_agent, request_path, severity, compliance_tags, outcome, error_code, leaf_hash";

pub(super) enum Attacker {
    Sqlite(SqliteConnection, OrganizationId),
    Postgres(PgConnection, OrganizationId),
}

impl Attacker {
    /// Takes a copy of everything first.
    pub(super) async fn new(database: &TestDatabase, organization: OrganizationId) -> Result<Self, Failed> {
        let mut attacker = if database.schema().is_some() {
            let mut connection = PgConnection::connect(database.url()).await?;
            connection.execute("SET agenthub.platform = 'on'; SET synchronous_commit = off").await?;
            Self::Postgres(connection, organization)
        } else {
            let mut connection = SqliteConnection::connect(database.url()).await?;
            connection.execute("PRAGMA synchronous = OFF").await?;
            Self::Sqlite(connection, organization)
        };
        let copies =
            TABLES.map(|table| format!("CREATE TEMPORARY TABLE copy_of_{table} AS SELECT * FROM {table};"));
        attacker.run(copies.concat()).await?;
        Ok(attacker)
    }

    /// Puts everything back.
    pub(super) async fn restore(&mut self) -> Outcome {
        let removed = TABLES.iter().rev().map(|table| format!("DELETE FROM {table};"));
        let put_back =
            TABLES.iter().map(|table| format!("INSERT INTO {table} SELECT * FROM copy_of_{table};"));
        let text: String = removed.chain(put_back).collect();
        self.run(format!("BEGIN; {text} COMMIT;")).await
    }

    /// Does the damage, and hides it.
    pub(super) async fn inflict(&mut self, store: &SqlStore, (damage, rehash): &(Damage, Rehash)) -> Outcome {
        let text = self.statements(damage);
        self.run(format!("BEGIN; {text}; COMMIT;")).await?;
        self.rehash(store, *rehash).await
    }

    fn statements(&self, damage: &Damage) -> String {
        match damage {
            Damage::Column { sequence, column, value } => {
                let value = self.value(value);
                format!("UPDATE agenthub_audit_entries SET {column} = {value} WHERE sequence = {sequence}")
            }
            Damage::Delete { sequence, close } => {
                let delete = format!("DELETE FROM agenthub_audit_entries WHERE sequence = {sequence}");
                let close = close.then(|| {
                    format!(
                        "; UPDATE agenthub_audit_entries SET sequence = -sequence WHERE sequence > {sequence};
                         UPDATE agenthub_audit_entries SET sequence = -sequence - 1 WHERE sequence < 0;
                         UPDATE agenthub_audit_heads SET length = length - 1"
                    )
                });
                delete + &close.unwrap_or_default()
            }
            Damage::Insert { sequence, like, id } => {
                let id = self.id(*id);
                let like = if like >= sequence { like + 1 } else { *like };
                format!(
                    "UPDATE agenthub_audit_entries SET sequence = -sequence - 1 WHERE sequence >= {sequence};
                     UPDATE agenthub_audit_entries SET sequence = -sequence WHERE sequence < 0;
                     INSERT INTO agenthub_audit_entries (organization_id, sequence, id, {COLUMNS})
                     SELECT organization_id, {sequence}, {id}, {COLUMNS} FROM agenthub_audit_entries
                     WHERE sequence = {like};
                     UPDATE agenthub_audit_heads SET length = length + 1"
                )
            }
            Damage::Swap { one, other } => format!(
                "UPDATE agenthub_audit_entries SET sequence = -1 WHERE sequence = {one};
                 UPDATE agenthub_audit_entries SET sequence = {one} WHERE sequence = {other};
                 UPDATE agenthub_audit_entries SET sequence = {other} WHERE sequence = -1"
            ),
            Damage::Truncate { left } => format!(
                "DELETE FROM agenthub_audit_entries WHERE sequence >= {left};
                 UPDATE agenthub_audit_heads SET length = {left}"
            ),
            Damage::Tile(statement) => statement.clone(),
            Damage::TileHash(hash) => {
                let hash = self.bytes(hash);
                format!("UPDATE agenthub_audit_tiles SET hashes = SUBSTR(hashes, 33) || {hash}")
            }
            Damage::TileLeaf { place, hash } => {
                let (before, hash, behind) = (32 * place, self.bytes(hash), 32 * place + 33);
                format!(
                    "UPDATE agenthub_audit_tiles
                     SET hashes = SUBSTR(hashes, 1, {before}) || {hash} || SUBSTR(hashes, {behind})"
                )
            }
            Damage::MoveCut { to, retain } => format!(
                "DELETE FROM agenthub_audit_entries WHERE sequence < {to};
                 UPDATE agenthub_audit_entries SET changes = REPLACE(changes, '{{\"new\":5}}', '{{\"new\":{to}}}')
                 WHERE sequence = {retain}"
            ),
            Damage::Forge { sequence, like, id } => {
                let id = self.id(*id);
                format!(
                    "INSERT INTO agenthub_audit_entries (organization_id, sequence, id, {COLUMNS})
                     SELECT organization_id, {sequence}, {id}, {COLUMNS} FROM agenthub_audit_entries
                     WHERE sequence = {like}"
                )
            }
            Damage::TreeSize(by) => format!("UPDATE agenthub_audit_trees SET size = size + {by}"),
            Damage::LogLength(by) => format!("UPDATE agenthub_audit_heads SET length = length + {by}"),
            Damage::Head { size, column, value } => {
                let value = self.value(value);
                format!("UPDATE agenthub_audit_tree_heads SET {column} = {value} WHERE size = {size}")
            }
            Damage::RemoveHeads { from } => {
                format!("DELETE FROM agenthub_audit_tree_heads WHERE size >= {from}")
            }
        }
    }

    async fn rehash(&mut self, store: &SqlStore, rehash: Rehash) -> Outcome {
        // What cannot be read cannot be hashed.
        let mut view = store.view(self.organization()).await?;
        let read = view.audit().range(0, u32::MAX).await;
        let (Ok(entries), true) = (read, rehash > Rehash::Nothing) else { return Ok(()) };
        let mut text = String::from("BEGIN;");
        for entry in &entries {
            let leaf = self.bytes(&entry.leaf_hash_of().0);
            let sequence = entry.sequence;
            text +=
                &format!("UPDATE agenthub_audit_entries SET leaf_hash = {leaf} WHERE sequence = {sequence};");
        }
        // Of those that have left, only the tree has the hashes.
        let begins_at = view.audit().extent().await?.start as usize;
        let mut leaves = view.audit_tree().tile(TilePlace { level: 0, index: 0 }).await?;
        drop(view);
        leaves.truncate(begins_at);
        leaves.extend(entries.iter().map(|entry| entry.leaf_hash_of()));
        if rehash >= Rehash::Tiles {
            text += &self.tiles(&leaves);
        }
        if rehash >= Rehash::Heads {
            text += &self.heads(&leaves);
        }
        self.run(text + "COMMIT;").await
    }

    /// The tree over these leaves.
    fn tiles(&self, leaves: &[TreeHash]) -> String {
        let organization = self.id(self.organization().uuid().into_bytes());
        let size = leaves.len();
        let mut text =
            format!("DELETE FROM agenthub_audit_tiles; UPDATE agenthub_audit_trees SET size = {size};");
        for tile in Edge::default().grow(leaves).tiles {
            let hashes: Vec<u8> = tile.hashes.iter().flat_map(|hash| hash.0).collect();
            let (level, index, hashes) = (tile.place.level, tile.place.index, self.bytes(&hashes));
            text += &format!(
                "INSERT INTO agenthub_audit_tiles VALUES ({organization}, {level}, {index}, {hashes});"
            );
        }
        text
    }

    /// The roots over these leaves, in the place of those that were signed.
    fn heads(&self, leaves: &[TreeHash]) -> String {
        let mut tree = CompactRange::default();
        let mut text = format!("DELETE FROM agenthub_audit_tree_heads WHERE size > {};", leaves.len());
        for leaf in leaves {
            tree.append(*leaf);
            let (size, root) = (tree.size(), self.bytes(&tree.root().0));
            text += &format!("UPDATE agenthub_audit_tree_heads SET root = {root} WHERE size = {size};");
        }
        text
    }

    async fn run(&mut self, text: String) -> Outcome {
        let script = sqlx::raw_sql(AssertSqlSafe(text));
        match self {
            Self::Sqlite(connection, _) => script.execute(connection).await.map(drop)?,
            Self::Postgres(connection, _) => script.execute(connection).await.map(drop)?,
        }
        Ok(())
    }

    fn organization(&self) -> OrganizationId {
        match self {
            Self::Sqlite(_, organization) | Self::Postgres(_, organization) => *organization,
        }
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Sql(text) => text.clone(),
            Value::Id(id) => self.id(*id),
            Value::Hash(hash) => self.bytes(hash),
        }
    }

    fn id(&self, id: [u8; 16]) -> String {
        match self {
            Self::Sqlite(..) => self.bytes(&id),
            Self::Postgres(..) => format!("CAST('{}' AS UUID)", uuid::Uuid::from_bytes(id)),
        }
    }

    fn bytes(&self, bytes: &[u8]) -> String {
        let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        match self {
            Self::Sqlite(..) => format!("x'{digits}'"),
            Self::Postgres(..) => format!("CAST('\\x{digits}' AS BYTEA)"),
        }
    }
}
