//! The euro reference rates of the European Central Bank.

mod reader;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::{RateProvider, RateTable, Transport};
use crate::Error;
pub use reader::read;

/// The rates of the last working day.
pub const DAILY: &str = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml";

/// Those of the last ninety days.
pub const NINETY_DAYS: &str = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml";

/// The bank's published rates as a provider.
#[derive(Debug, Clone)]
pub struct Ecb<T> {
    transport: T,
    url: String,
}

impl<T: Transport> Ecb<T> {
    /// The file with the last working day's rates.
    pub fn daily(transport: T) -> Self {
        Self::at(transport, DAILY)
    }

    /// The file with ninety days of rates.
    pub fn ninety_days(transport: T) -> Self {
        Self::at(transport, NINETY_DAYS)
    }

    /// A file of the same form somewhere else, such as a mirror.
    pub fn at(transport: T, url: impl Into<String>) -> Self {
        Self { transport, url: url.into() }
    }
}

#[async_trait]
impl<T: Transport> RateProvider for Ecb<T> {
    async fn rates(&self, _at: DateTime<Utc>) -> Result<RateTable, Error> {
        read(&self.transport.get(&self.url).await?)
    }
}
