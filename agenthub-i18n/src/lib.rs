//! Messages, dates, numbers and direction in ten languages.

mod cache;
mod direction;
mod error;
mod formats;
mod language;
mod number;

pub use direction::{Direction, direction};
pub use error::{Error, Fault};
pub use formats::*;
pub use language::{Digits, Language};
pub use number::Number;
