//! What a driver says, in the words of agenthub-core. The driver's own error is kept as the source and never shown.

use agenthub_core::Error;
use agenthub_core::error::Code;
use sqlx::error::{DatabaseError, ErrorKind};

/// The error of a statement or a connection.
pub(crate) fn failed(error: sqlx::Error) -> Error {
    let code = match &error {
        sqlx::Error::Database(reason) => of_database(reason.as_ref()),
        sqlx::Error::ColumnDecode { index, .. } => {
            return corrupt(format!("column {index}")).source(error);
        }
        sqlx::Error::Decode(_)
        | sqlx::Error::ColumnNotFound(_)
        | sqlx::Error::ColumnIndexOutOfBounds { .. } => {
            return corrupt("row").source(error);
        }
        sqlx::Error::Encode(_) | sqlx::Error::InvalidArgument(_) | sqlx::Error::TypeNotFound { .. } => {
            Code::INTERNAL
        }
        _ => Code::STORE_UNAVAILABLE,
    };
    Error::new(code).source(error)
}

/// The error of a row that holds what was not written there.
pub(crate) fn corrupt(what: impl std::fmt::Display) -> Error {
    Error::new(Code::STORE_CORRUPT).with("what", what)
}

fn of_database(error: &dyn DatabaseError) -> Code {
    match error.kind() {
        ErrorKind::UniqueViolation | ErrorKind::ForeignKeyViolation | ErrorKind::ExclusionViolation => {
            return Code::STORE_CONFLICT;
        }
        ErrorKind::NotNullViolation | ErrorKind::CheckViolation => return Code::INTERNAL,
        _ => {}
    }
    let Some(code) = error.code() else { return Code::STORE_UNAVAILABLE };
    match code.parse::<u32>() {
        // PostgreSQL has codes of five characters, some of digits alone; SQLite has numbers, none so large.
        Ok(number) if code.len() < 5 => of_sqlite(number),
        _ => of_postgres(&code),
    }
}

fn of_sqlite(code: u32) -> Code {
    // The low byte is the family: https://sqlite.org/rescode.html.
    match code & 0xff {
        SQLITE_ERROR => Code::INTERNAL,
        SQLITE_CORRUPT | SQLITE_NOTADB => Code::STORE_CORRUPT,
        SQLITE_TOOBIG | SQLITE_MISMATCH => Code::INVALID,
        _ => Code::STORE_UNAVAILABLE,
    }
}

const SQLITE_ERROR: u32 = 1;
const SQLITE_CORRUPT: u32 = 11;
const SQLITE_TOOBIG: u32 = 18;
const SQLITE_MISMATCH: u32 = 20;
const SQLITE_NOTADB: u32 = 26;

fn of_postgres(code: &str) -> Code {
    // The first two characters are the class.
    match code.get(..2) {
        // Data that a column cannot hold, such as text with the character 0.
        Some("22") => Code::INVALID,
        // A statement that is wrong, or not allowed to this role.
        Some("42") => Code::INTERNAL,
        _ if code == "XX001" || code == "XX002" => Code::STORE_CORRUPT,
        _ => Code::STORE_UNAVAILABLE,
    }
}

/// Is it worth trying the whole transaction again at once? So it is where two transactions stood in each other's way.
pub(crate) fn is_collision(error: &Error) -> bool {
    let driver = std::error::Error::source(error).and_then(|source| source.downcast_ref::<sqlx::Error>());
    let code = driver.and_then(sqlx::Error::as_database_error).and_then(DatabaseError::code);
    // Deadlock and serialization failure; SQLITE_BUSY and what it says when a snapshot is too old to write on.
    matches!(code.as_deref(), Some("40P01" | "40001" | "5" | "517"))
}

/// Is the connection gone? `57P01` to `57P03` are what PostgreSQL says as it closes one.
pub(crate) fn is_lost(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) => true,
        sqlx::Error::Database(reason) => {
            matches!(reason.code().as_deref(), Some("57P01" | "57P02" | "57P03"))
        }
        _ => false,
    }
}
