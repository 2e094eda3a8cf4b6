//! The bank's XML: `Envelope > Cube > Cube time="…" > Cube currency="…" rate="…"`, the same for a day and for ninety.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::exchange::{Rate, RateTable};
use crate::money::exact;
use crate::{Currency, Error, RatesFileFault as Fault};

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
        let bad = |reason: Fault| Error::BadRatesFile { line: line_at(xml, place), reason };
        match event.map_err(|error| bad(syntax(&error)))? {
            Event::Start(element) => file.open(&element, false).map_err(bad)?,
            Event::Empty(element) => file.open(&element, true).map_err(bad)?,
            Event::End(_) => file.close(),
            Event::DocType(_) => return Err(bad(Fault::DocumentType)),
            Event::Eof => return file.finish().map_err(bad),
            _ => {}
        }
    }
}

/// What the XML reader says.
fn syntax(error: &impl std::fmt::Display) -> Fault {
    Fault::Syntax { reason: error.to_string() }
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
    fn open(&mut self, element: &BytesStart<'_>, empty: bool) -> Result<(), Fault> {
        if self.depth == 0 && element.local_name().as_ref() != "Envelope" {
            return Err(Fault::NoEnvelope);
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
            _ => Err(Fault::OddCube),
        }
    }

    fn close(&mut self) {
        if self.day.as_ref().is_some_and(|day| day.depth == self.depth) {
            self.day = None;
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn begin_day(&mut self, time: &str) -> Result<(), Fault> {
        let date: NaiveDate = time.parse().map_err(|_| Fault::NotADate { text: time.to_owned() })?;
        if !self.days.insert(date) {
            return Err(Fault::Twice { text: date.to_string() });
        }
        self.day = Some(Day { date, depth: self.depth, seen: BTreeSet::new() });
        Ok(())
    }

    fn rate(&mut self, code: &str, value: &str) -> Result<(), Fault> {
        let day = self.day.as_mut().ok_or(Fault::OutsideOfDay)?;
        let currency =
            Currency::from_code(code).map_err(|_| Fault::UnknownCurrency { text: code.to_owned() })?;
        if !day.seen.insert(currency) {
            return Err(Fault::Twice { text: format!("{currency} {}", day.date) });
        }
        let bad = || Fault::BadValue { text: value.to_owned() };
        let number = exact::parse(value).map_err(|_| bad())?;
        let effective: DateTime<Utc> = day.date.and_time(NaiveTime::MIN).and_utc();
        Rate::new(Currency::EUR, currency, number, effective, "ECB")
            .and_then(|rate| self.table.add(rate))
            .map_err(|_| bad())
    }

    fn finish(self) -> Result<RateTable, Fault> {
        if self.depth > 0 {
            return Err(Fault::CutShort);
        }
        if self.table.is_empty() {
            return Err(Fault::Empty);
        }
        Ok(self.table)
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Fault> {
    let found = element.try_get_attribute(name).map_err(|error| syntax(&error))?;
    let text =
        found.map(|found| found.normalized_value(XmlVersion::Explicit1_0).map(|text| text.into_owned()));
    text.transpose().map_err(|error| syntax(&error))
}
