//! Which records are counted, as the query says.

use agenthub_core::audit::SummaryWindow;
use agenthub_core::error::{Code, Error, Result, Violation, Word};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use utoipa::ToSchema;

/// How far back a window goes where nothing is said.
const USUAL: TimeDelta = TimeDelta::days(30);

/// Which records are counted.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct SummaryParameters {
    /// From this time on; thirty days before `until` where nothing is said. Cut to the quarter of an hour.
    from: Option<DateTime<Utc>>,
    /// Before this time; now, where nothing is said. Up to the end of the quarter of an hour.
    until: Option<DateTime<Utc>>,
    /// Where days begin at midnight, by its IANA name; UTC where nothing is said.
    #[schema(example = "Europe/Paris")]
    time_zone: Option<String>,
}

impl SummaryParameters {
    pub(super) fn window(self, now: DateTime<Utc>) -> Result<SummaryWindow> {
        let until = self.until.unwrap_or(now);
        let time_zone = self.time_zone.map_or(Ok(Tz::UTC), |name| name.parse().map_err(|_| no_zone()))?;
        Ok(SummaryWindow { from: self.from.unwrap_or(until - USUAL), until, time_zone })
    }
}

fn no_zone() -> Error {
    let fault = Violation::new("/time_zone", Code::VALUE_BAD_FORMAT);
    Error::new(Code::INVALID)
        .violating(vec![fault.saying("expected", Word::TIME_ZONE.with("example", "Europe/Paris"))])
}
