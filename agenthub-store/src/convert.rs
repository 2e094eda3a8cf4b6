//! Between columns and the core's types. What cannot be read back is `store.corrupt`, naming the column.

use agenthub_core::audit::{Actor, ActorKind};
use agenthub_core::error::{Code, Error, Violation};
use agenthub_core::{Id, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::error::corrupt;

/// A number as a column keeps it.
pub(crate) fn to_column(number: u64, pointer: &'static str) -> Result<i64> {
    i64::try_from(number).map_err(|_| out_of_range(pointer, 0, i64::MAX))
}

/// The fault of a number that a column cannot keep.
pub(crate) fn out_of_range(pointer: &'static str, min: i64, max: i64) -> Error {
    let fault = Violation::new(pointer, Code::VALUE_OUT_OF_RANGE).with("min", min).with("max", max);
    Error::new(Code::INVALID).violating(vec![fault])
}

/// Can every database keep the text? PostgreSQL takes no character 0, and SQLite's JSON ends a text there. (Documents are
/// kept as JSON, which writes it as `\u0000`.)
pub(crate) fn check_text(pointer: &'static str, text: Option<&str>) -> Result<()> {
    if !text.is_some_and(|text| text.contains('\0')) {
        return Ok(());
    }
    let fault =
        Violation::new(pointer, Code::VALUE_BAD_FORMAT).with("expected", "text without the character 0");
    Err(Error::new(Code::INVALID).violating(vec![fault]))
}

/// A number from a column.
pub(crate) fn number<T: TryFrom<i64>>(column: &'static str, value: i64) -> Result<T> {
    T::try_from(value).map_err(|_| corrupt(column))
}

/// A hash from a column.
pub(crate) fn hash(column: &'static str, bytes: Vec<u8>) -> Result<[u8; 32]> {
    bytes.try_into().map_err(|_| corrupt(column))
}

/// Bytes in hexadecimal, as they travel in JSON.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| char::from(DIGITS[usize::from(half)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// One of a set of names from a column.
pub(crate) fn named<T>(column: &'static str, value: Option<T>) -> Result<T> {
    value.ok_or_else(|| corrupt(column))
}

/// A document as a column keeps it.
pub(crate) fn to_json<T: Serialize + ?Sized>(document: &T) -> Result<String> {
    serde_json::to_string(document).map_err(|error| Error::new(Code::INTERNAL).source(error))
}

/// A document from a column.
pub(crate) fn json<T: DeserializeOwned>(column: &'static str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| corrupt(column).source(error))
}

/// Who acted, from the two columns.
pub(crate) fn actor(column: &'static str, kind: &str, id: Option<&str>) -> Result<Actor> {
    let actor = ActorKind::named(kind).and_then(|kind| Actor::from_parts(kind, id));
    named(column, actor.filter(|actor| actor.id().as_deref() == id))
}

/// An id from a column that may be empty.
pub(crate) fn optional_id<T>(uuid: Option<Uuid>) -> Option<Id<T>> {
    uuid.map(Id::from_uuid)
}
