//! Money through its public door.

#[cfg(feature = "format")]
mod cldr;
