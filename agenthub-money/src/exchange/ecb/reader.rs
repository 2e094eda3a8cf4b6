//! The bank's XML: `Envelope > Cube > Cube time="…" > Cube currency="…" rate="…"`, the same for a day and for ninety.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::exchange::{Rate, RateTable};
use crate::money::exact;
use crate::{Currency, Error};

/// Reads a file of reference rates, whole or not at all.
///
/// The table's base is the euro. A rate holds from the beginning of its day, in UTC.
///
/// # Errors
/// [`Error::BadRatesFile`] with the line: not well-formed XML, cut short, no rates, a day or a currency twice, an
/// unknown currency, a rate that is not above zero.
pub fn read(xml: &str) -> Result<RateTable, Error> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().trim_text(true);
    let mut file = File { table: RateTable::with_base(Currency::EUR), ..File::default() };
    loop {
        let event = reader.read_event();
        let place = usize::try_from(reader.buffer_position()).unwrap_or(xml.len());
        let bad = |reason: String| Error::BadRatesFile { line: line_at(xml, place), reason };
        match event.map_err(|error| bad(error.to_string()))? {
            Event::Start(element) => file.open(&element, false).map_err(bad)?,
            Event::Empty(element) => file.open(&element, true).map_err(bad)?,
            Event::End(_) => file.close(),
            Event::DocType(_) => return Err(bad("a document type has no place in this file".to_owned())),
            Event::Eof => return file.finish().map_err(bad),
            _ => {}
        }
    }
}

fn line_at(xml: &str, place: usize) -> usize {
    xml.as_bytes().iter().take(place).filter(|byte| **byte == b'\n').count() + 1
}

#[derive(Default)]
struct File {
    table: RateTable,
    depth: usize,
    days: BTreeSet<NaiveDate>,
    day: Option<Day>,
}

struct Day {
    date: NaiveDate,
    depth: usize,
    seen: BTreeSet<Currency>,
}

impl File {
    fn open(&mut self, element: &BytesStart<'_>, empty: bool) -> Result<(), String> {
        if self.depth == 0 && element.local_name().as_ref() != "Envelope" {
            return Err("the file does not begin with an Envelope".to_owned());
        }
        if !empty {
            self.depth += 1;
        }
        if element.local_name().as_ref() != "Cube" {
            return Ok(());
        }
        let (time, currency, rate) =
            (attribute(element, "time")?, attribute(element, "currency")?, attribute(element, "rate")?);
        match (time, currency, rate) {
            (Some(time), None, None) if !empty => self.begin_day(&time),
            (None, Some(currency), Some(rate)) => self.rate(&currency, &rate),
            (None, None, None) if !empty => Ok(()),
            _ => Err("a Cube has a time with rates in it, or a currency and its rate".to_owned()),
        }
    }

    fn close(&mut self) {
        if self.day.as_ref().is_some_and(|day| day.depth == self.depth) {
            self.day = None;
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn begin_day(&mut self, time: &str) -> Result<(), String> {
        let date: NaiveDate = time.parse().map_err(|_| format!("`{time}` is not a date"))?;
        if !self.days.insert(date) {
            return Err(format!("{date} is there twice"));
        }
        self.day = Some(Day { date, depth: self.depth, seen: BTreeSet::new() });
        Ok(())
    }

    fn rate(&mut self, code: &str, value: &str) -> Result<(), String> {
        let day = self.day.as_mut().ok_or("a rate stands outside of a day")?;
        let currency = Currency::from_code(code).map_err(|error| error.to_string())?;
        if !day.seen.insert(currency) {
            return Err(format!("{currency} is there twice on {}", day.date));
        }
        let value = exact::parse(value).map_err(|error| error.to_string())?;
        let effective: DateTime<Utc> = day.date.and_time(NaiveTime::MIN).and_utc();
        Rate::new(Currency::EUR, currency, value, effective, "ECB")
            .and_then(|rate| self.table.add(rate))
            .map_err(|error| error.to_string())
    }

    fn finish(self) -> Result<RateTable, String> {
        if self.depth > 0 {
            return Err("the file ends in the middle; fetch it again".to_owned());
        }
        if self.table.is_empty() {
            return Err("the file has no rates".to_owned());
        }
        Ok(self.table)
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, String> {
    let found = element.try_get_attribute(name).map_err(|error| error.to_string())?;
    let text =
        found.map(|found| found.normalized_value(XmlVersion::Explicit1_0).map(|text| text.into_owned()));
    text.transpose().map_err(|error| error.to_string())
}
