//! Audit logs on pages: PDF, in the reader's language and time zone.

mod fonts;
mod page;
mod report;
mod text;
mod words;

use std::path::{Path, PathBuf};

use agenthub_core::async_trait;
use agenthub_core::audit::export::{ExportPrinter, Printed};
use agenthub_core::error::{Code, Error, Result};
use agenthub_i18n::{Language, Localizer, translate};

use self::fonts::Fonts;
use self::report::Report;

/// How many records are set on pages: they are all in memory until the file is.
const MOST: u64 = 20_000;

/// Sets audit logs on pages, with the fonts that are found in a directory.
#[derive(Debug)]
pub(super) struct Pages {
    fonts: PathBuf,
}

impl Pages {
    pub(super) fn new(fonts: &Path) -> Self {
        Self { fonts: fonts.to_owned() }
    }
}

#[async_trait]
impl ExportPrinter for Pages {
    fn most(&self) -> u64 {
        MOST
    }

    fn check(&self, language: Option<&str>) -> Result<()> {
        let language = spoken(language)?;
        let sample = translate("audit_report.title", &language, Default::default());
        Fonts::find(&self.fonts).for_text(&sample, &language).map(drop)
    }

    async fn print(&self, printed: Printed) -> Result<Vec<u8>> {
        let fonts = self.fonts.clone();
        let printing = tokio::task::spawn_blocking(move || {
            let language = spoken(printed.export.request.language.as_deref())?;
            let report = Report::new(&printed, &language)?;
            let used = Fonts::find(&fonts).for_text(&report.letters(), &language)?;
            report.print(used)
        });
        printing.await.map_err(|error| Error::internal("an export on pages").source(error))?
    }
}

/// A language that there are words in.
fn spoken(tag: Option<&str>) -> Result<Language> {
    let Some(tag) = tag else { return Ok(Language::english()) };
    let known = Localizer::embedded().languages();
    let language: Option<Language> = tag.parse().ok();
    let said = language.filter(|language| known.iter().any(|known| known.code() == language.code()));
    said.ok_or_else(|| {
        let known: Vec<_> = known.iter().map(|language| language.as_str().to_owned()).collect();
        Error::new(Code::LANGUAGE_NOT_FOUND).with("language", tag).with("known", known.join(", "))
    })
}
