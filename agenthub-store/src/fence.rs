//! Row-level security: PostgreSQL's own check that a transaction stays in its organization, behind the SQL's.

use agenthub_core::Result;

use crate::sql::Tx;
use crate::statement::Statement;

/// Whether the database itself keeps organizations apart, behind the store's own SQL, which always does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowLevelSecurity {
    /// It does.
    Active,
    /// It does not for this role, which is a superuser or has `BYPASSRLS`. Connect as another one.
    Bypassed {
        /// The role that the store is connected as.
        role: String,
    },
    /// The database has no such thing: SQLite.
    NotOffered,
}

const ROLE: Statement = Statement::split(
    "SELECT '', FALSE",
    "SELECT CAST(rolname AS TEXT), rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user",
);

pub(crate) const STATEMENTS: &[Statement] = &[ROLE];

pub(crate) async fn row_level_security(tx: &mut Tx) -> Result<RowLevelSecurity> {
    if let Tx::Sqlite(_) = tx {
        return Ok(RowLevelSecurity::NotOffered);
    }
    let role: Option<(String, bool)> = tx.sql(ROLE).optional().await?;
    Ok(match role {
        Some((role, true)) => RowLevelSecurity::Bypassed { role },
        _ => RowLevelSecurity::Active,
    })
}
