//! The report: a title with what it covers, then a table over as many pages as it takes.

use agenthub_core::audit::export::Printed;
use agenthub_core::error::{Error, Result};
use agenthub_i18n::{Language, Locale};
use krilla::Document;
use krilla::metadata::{Metadata, TextDirection};
use krilla::page::PageSettings;
use krilla::surface::Surface;

use super::fonts::Used;
use super::page::{self, BOTTOM, GREY, MARGIN, PADDING, PALE, TOP, WIDTH};
use super::text::{Setter, Style};
use super::words::{COLUMNS, Words, shown};

const TITLE: f32 = 18.0;
const USUAL: f32 = 8.0;
const SMALL: f32 = 7.0;
/// How high a row may be; what has no room in it is left out, and marked.
const ROW: f32 = 200.0;
/// A row and the lines of the title are as wide as the page without its margins.
const WHOLE: f32 = WIDTH - 2.0 * MARGIN;

/// What is to be set.
pub(super) struct Report<'p> {
    printed: &'p Printed,
    words: Words,
    language: Language,
    facts: Vec<(String, String)>,
}

/// Which rows stand on a page.
struct Sheet {
    rows: std::ops::Range<usize>,
    heights: Vec<f32>,
}

impl<'p> Report<'p> {
    /// # Errors
    /// `internal` where the time zone is none, which was checked.
    pub(super) fn new(printed: &'p Printed, language: &Language) -> Result<Self> {
        let zone = printed.export.request.time_zone.as_deref().unwrap_or("UTC");
        let locale = Locale::new(language.as_str(), zone);
        let locale = locale.map_err(|error| Error::internal("a time zone").source(error.to_string()))?;
        let words = Words::new(language, locale);
        let facts = facts(printed, &words);
        Ok(Self { printed, words, language: language.clone(), facts })
    }

    /// Every text that is to be set, so that the fonts for it can be found.
    pub(super) fn letters(&self) -> String {
        let mut all = String::new();
        self.facts.iter().for_each(|(name, fact)| all.extend([name.as_str(), fact]));
        COLUMNS.iter().for_each(|column| all += &self.words.of_report(column));
        all += &self.title();
        all += &self.words.page(1, 1);
        self.printed.entries.iter().for_each(|entry| all.extend(self.words.cells(entry)));
        all
    }

    /// The file.
    ///
    /// # Errors
    /// `internal` where it cannot be put together.
    pub(super) fn print(&self, used: Used) -> Result<Vec<u8>> {
        let mut setter = Setter::new(used);
        let sheets = self.sheets(&mut setter);
        let mut document = Document::new();
        document.set_metadata(self.metadata());
        for (number, sheet) in sheets.iter().enumerate() {
            let size = PageSettings::from_wh(WIDTH, page::HEIGHT);
            let size = size.ok_or_else(|| Error::internal("a page of no size"))?;
            let mut page = document.start_page_with(size);
            let mut surface = page.surface();
            self.sheet(&mut setter, &mut surface, sheet, (number, sheets.len()))?;
            surface.finish();
            page.finish();
        }
        document.finish().map_err(|error| Error::internal(format!("a PDF: {error:?}")))
    }

    fn metadata(&self) -> Metadata {
        let direction = match self.words.is_right_to_left() {
            true => TextDirection::RightToLeft,
            false => TextDirection::LeftToRight,
        };
        Metadata::new()
            .title(self.title())
            .language(self.language.as_str().to_owned())
            .creator("AgentHub".to_owned())
            .document_id(self.printed.export.id.to_string())
            .text_direction(direction)
    }

    fn title(&self) -> String {
        format!("{} · {}", self.words.of_report("title"), shown(&self.printed.organization.name))
    }

    fn style(&self, size: f32, bold: bool) -> Style {
        Style { size, bold, right: self.words.is_right_to_left() }
    }

    /// Lays out every row once, to know on which page it stands.
    fn sheets(&self, setter: &mut Setter) -> Vec<Sheet> {
        let mut sheets = vec![Sheet { rows: 0..0, heights: Vec::new() }];
        let head = self.head_height(setter);
        let mut y = TOP + self.title_height(setter) + head;
        for (number, entry) in self.printed.entries.iter().enumerate() {
            let height = self.row_height(setter, &self.words.cells(entry), USUAL, false);
            if y + height > BOTTOM {
                sheets.push(Sheet { rows: number..number, heights: Vec::new() });
                y = TOP + head;
            }
            y += height;
            if let Some(sheet) = sheets.last_mut() {
                sheet.rows.end = number + 1;
                sheet.heights.push(height);
            }
        }
        sheets
    }

    fn row_height(&self, setter: &mut Setter, cells: &[String; 7], size: f32, bold: bool) -> f32 {
        let heights = cells.iter().zip(page::COLUMNS).map(|(cell, width)| {
            setter.set(cell, self.style(size, bold), width - 2.0 * PADDING, ROW).height()
        });
        heights.fold(0.0, f32::max) + 2.0 * PADDING
    }

    fn head(&self) -> [String; 7] {
        COLUMNS.map(|column| self.words.of_report(column))
    }

    fn head_height(&self, setter: &mut Setter) -> f32 {
        self.row_height(setter, &self.head(), USUAL, true)
    }

    fn title_height(&self, setter: &mut Setter) -> f32 {
        let title = setter.set(&self.title(), self.style(TITLE, true), WHOLE, ROW).height();
        let facts = self.facts.iter().map(|fact| self.fact(setter, fact).height());
        title + facts.sum::<f32>() + 16.0
    }

    fn fact(&self, setter: &mut Setter, (name, fact): &(String, String)) -> super::text::Block {
        // Its signs must not turn around with the words before it.
        let fact =
            if self.words.is_right_to_left() { format!("\u{2068}{fact}\u{2069}") } else { fact.clone() };
        setter.set(&format!("{name}: {fact}"), self.style(USUAL, false), WHOLE, 60.0)
    }

    /// Draws a page.
    fn sheet(
        &self,
        setter: &mut Setter,
        surface: &mut Surface<'_>,
        sheet: &Sheet,
        (number, pages): (usize, usize),
    ) -> Result<()> {
        page::shade(surface, GREY);
        self.sides(setter, surface, 28.0, &self.title(), &self.words.zone())?;
        let export = self.printed.export.id.to_string();
        self.sides(setter, surface, page::HEIGHT - 34.0, &export, &self.words.page(number + 1, pages))?;
        page::shade(surface, page::BLACK);
        let mut y = TOP;
        if number == 0 {
            y = self.draw_title(setter, surface, y)?;
        }
        let head = self.head_height(setter);
        page::band(surface, y, head, PALE)?;
        self.row(setter, surface, y, &self.head(), true)?;
        y += head;
        for (entry, height) in self.printed.entries[sheet.rows.clone()].iter().zip(&sheet.heights) {
            self.row(setter, surface, y, &self.words.cells(entry), false)?;
            y += height;
            page::band(surface, y - 0.25, 0.5, PALE)?;
        }
        Ok(())
    }

    fn draw_title(&self, setter: &mut Setter, surface: &mut Surface<'_>, mut y: f32) -> Result<f32> {
        let title = setter.set(&self.title(), self.style(TITLE, true), WHOLE, ROW);
        setter.draw(&title, surface, MARGIN, y)?;
        y += title.height() + 4.0;
        for fact in &self.facts {
            let fact = self.fact(setter, fact);
            setter.draw(&fact, surface, MARGIN, y)?;
            y += fact.height();
        }
        Ok(y + 12.0)
    }

    fn row(
        &self,
        setter: &mut Setter,
        surface: &mut Surface<'_>,
        y: f32,
        cells: &[String; 7],
        bold: bool,
    ) -> Result<()> {
        for (number, cell) in cells.iter().enumerate() {
            let (width, x) = (page::COLUMNS[number], page::column(number, self.words.is_right_to_left()));
            let block = setter.set(cell, self.style(USUAL, bold), width - 2.0 * PADDING, ROW);
            setter.draw(&block, surface, x + PADDING, y + PADDING)?;
        }
        Ok(())
    }

    /// Two texts at the two sides of a page, the first where the reader begins.
    fn sides(
        &self,
        setter: &mut Setter,
        surface: &mut Surface<'_>,
        y: f32,
        first: &str,
        last: &str,
    ) -> Result<()> {
        let begins = self.style(SMALL, false);
        for (text, style) in [(first, begins), (last, Style { right: !begins.right, ..begins })] {
            let block = setter.set(text, style, WHOLE, 2.0 * SMALL);
            setter.draw(&block, surface, MARGIN, y)?;
        }
        Ok(())
    }
}

/// What the report covers.
fn facts(printed: &Printed, words: &Words) -> Vec<(String, String)> {
    let (export, entries) = (&printed.export, &printed.entries);
    let filter = serde_json::to_string(&export.request.query).unwrap_or_default();
    let filter = if filter == "{}" { words.of_report("everything") } else { shown(&filter) };
    let mut facts = vec![
        ("records", words.number(entries.len() as u64)),
        ("filter", filter),
        ("asked_by", words.actor(&export.created_by).replace('\n', " ")),
        ("made", words.time(export.created_at)),
    ];
    if let Some((first, last)) = entries.first().zip(entries.last()) {
        facts
            .push(("numbers", format!("{} – {}", words.number(first.sequence), words.number(last.sequence))));
    }
    if let Some(head) = &export.state.head {
        facts.push(("size", words.number(head.size)));
        facts.push(("root", head.root.to_string()));
    }
    facts.into_iter().map(|(name, fact)| (words.of_report(name), fact)).collect()
}
