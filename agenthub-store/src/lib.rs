//! The storage traits of agenthub-core on SQLite and PostgreSQL.
