//! [`Moment`]: any of chrono's dates and times, on its way to a reader.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use icu::calendar::Gregorian;
use icu::time::zone::models::AtTime;
use icu::time::zone::{UtcOffset, ZoneNameTimestamp};
use icu::time::{DateTime as IcuDateTime, TimeZone as IcuTimeZone, TimeZoneInfo, ZonedDateTime};

/// A point in time as a clock on the wall shows it, with the zone of that wall where it is known.
///
/// Made from chrono's types. A date alone has midnight for its time, a time alone the first day of 1970
/// for its date: ask such a moment only for what it has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    wall: NaiveDateTime,
    zone: Zone,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Zone {
    None,
    Utc,
    Offset(FixedOffset),
    Named(Tz, FixedOffset),
}

pub(super) type IcuMoment = ZonedDateTime<Gregorian, TimeZoneInfo<AtTime>>;

impl Moment {
    /// The same instant on the clocks of another zone; unchanged where the zone is not known.
    #[must_use]
    pub fn in_zone(self, zone: Tz) -> Self {
        match self.offset() {
            Some(offset) => Self::from(zone.from_utc_datetime(&(self.wall - offset))),
            None => self,
        }
    }

    pub(super) fn wall(&self) -> NaiveDateTime {
        self.wall
    }

    pub(super) fn has_zone(&self) -> bool {
        self.zone != Zone::None
    }

    fn offset(&self) -> Option<FixedOffset> {
        match self.zone {
            Zone::None => None,
            Zone::Utc => Some(Utc.fix()),
            Zone::Offset(offset) | Zone::Named(_, offset) => Some(offset),
        }
    }

    /// In ICU4X's types; the name of the zone is looked up only if it will be shown.
    pub(super) fn icu(&self, zone_shown: bool) -> IcuMoment {
        let IcuDateTime { date, time } = IcuDateTime::<Gregorian>::from(self.wall);
        let offset = self.offset().unwrap_or_else(|| Utc.fix());
        let name = match self.zone {
            Zone::Named(zone, _) if zone_shown => IcuTimeZone::from(zone),
            Zone::Utc => IcuTimeZone::from(Utc),
            _ => IcuTimeZone::UNKNOWN,
        };
        let instant = (self.wall - offset).and_utc().timestamp();
        let zone = name
            .with_offset(Some(UtcOffset::from(offset)))
            .with_zone_name_timestamp(ZoneNameTimestamp::from_epoch_seconds(instant));
        ZonedDateTime { date, time, zone }
    }
}

impl From<NaiveDate> for Moment {
    fn from(date: NaiveDate) -> Self {
        date.and_time(NaiveTime::MIN).into()
    }
}

impl From<NaiveTime> for Moment {
    fn from(time: NaiveTime) -> Self {
        NaiveDate::default().and_time(time).into()
    }
}

impl From<NaiveDateTime> for Moment {
    fn from(wall: NaiveDateTime) -> Self {
        Self { wall, zone: Zone::None }
    }
}

impl From<DateTime<Utc>> for Moment {
    fn from(at: DateTime<Utc>) -> Self {
        Self { wall: at.naive_utc(), zone: Zone::Utc }
    }
}

impl From<DateTime<FixedOffset>> for Moment {
    fn from(at: DateTime<FixedOffset>) -> Self {
        Self { wall: at.naive_local(), zone: Zone::Offset(*at.offset()) }
    }
}

impl From<DateTime<Tz>> for Moment {
    fn from(at: DateTime<Tz>) -> Self {
        let zone = match at.timezone() {
            Tz::UTC => Zone::Utc,
            named => Zone::Named(named, at.offset().fix()),
        };
        Self { wall: at.naive_local(), zone }
    }
}
