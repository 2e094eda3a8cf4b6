//! Fonts that are installed where the server runs, found by the letters that they have.

use std::collections::BTreeMap;
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use agenthub_core::error::{Code, Error, Result, Word};
use agenthub_i18n::Language;

/// How deep directories may stand in each other.
const DEPTH: usize = 5;

/// Some letters, and who has them.
struct Script {
    name: Word,
    letters: &'static [RangeInclusive<u32>],
    /// The files that have them, the best first; each with its bold companion, where it has one.
    files: &'static [(&'static str, &'static str)],
    /// The Debian package that has such files.
    package: &'static str,
}

const CORE: &str = "fonts-noto-core";

const fn noto(
    name: Word,
    letters: &'static [RangeInclusive<u32>],
    files: &'static [(&'static str, &'static str)],
) -> Script {
    Script { name, letters, files, package: CORE }
}

/// The scripts that can be set. Latin comes first: its font has the digits and signs for all.
const SCRIPTS: &[Script] = &[
    noto(
        Word::SCRIPT_EUROPEAN,
        &[0x41..=0x5a, 0x61..=0x7a, 0xc0..=0x58f, 0x1c80..=0x1c8f, 0x1d00..=0x1fff, 0x2c60..=0x2c7f],
        &[
            ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
            ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
            ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
        ],
    ),
    noto(
        Word::SCRIPT_ARABIC,
        &[0x600..=0x6ff, 0x750..=0x77f, 0x870..=0x8ff, 0xfb50..=0xfdff, 0xfe70..=0xfefc],
        &[
            ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
            ("NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"),
        ],
    ),
    noto(
        Word::SCRIPT_DEVANAGARI,
        &[0x900..=0x97f, 0xa8e0..=0xa8ff, 0x1cd0..=0x1cff],
        &[("NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf")],
    ),
    Script {
        name: Word::SCRIPT_CJK,
        letters: &[
            0x1100..=0x11ff,
            0x2e80..=0x31ff,
            0x3200..=0x9fff,
            0xa960..=0xa97f,
            0xac00..=0xd7ff,
            0xf900..=0xfaff,
            0xfe30..=0xfe4f,
            0xff00..=0xffef,
            0x2_0000..=0x3_ffff,
        ],
        files: &[("NotoSansCJK-Regular.ttc", ""), ("NotoSerifCJK-Regular.ttc", "")],
        package: "fonts-noto-cjk",
    },
    noto(Word::SCRIPT_HEBREW, &[0x590..=0x5ff], &[("NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf")]),
    noto(
        Word::SCRIPT_BENGALI,
        &[0x980..=0x9ff],
        &[("NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf")],
    ),
    noto(
        Word::SCRIPT_GURMUKHI,
        &[0xa00..=0xa7f],
        &[("NotoSansGurmukhi-Regular.ttf", "NotoSansGurmukhi-Bold.ttf")],
    ),
    noto(
        Word::SCRIPT_GUJARATI,
        &[0xa80..=0xaff],
        &[("NotoSansGujarati-Regular.ttf", "NotoSansGujarati-Bold.ttf")],
    ),
    noto(Word::SCRIPT_TAMIL, &[0xb80..=0xbff], &[("NotoSansTamil-Regular.ttf", "NotoSansTamil-Bold.ttf")]),
    noto(Word::SCRIPT_TELUGU, &[0xc00..=0xc7f], &[("NotoSansTelugu-Regular.ttf", "NotoSansTelugu-Bold.ttf")]),
    noto(
        Word::SCRIPT_KANNADA,
        &[0xc80..=0xcff],
        &[("NotoSansKannada-Regular.ttf", "NotoSansKannada-Bold.ttf")],
    ),
    noto(
        Word::SCRIPT_MALAYALAM,
        &[0xd00..=0xd7f],
        &[("NotoSansMalayalam-Regular.ttf", "NotoSansMalayalam-Bold.ttf")],
    ),
    noto(Word::SCRIPT_THAI, &[0xe00..=0xe7f], &[("NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf")]),
    noto(
        Word::SCRIPT_GEORGIAN,
        &[0x10a0..=0x10ff],
        &[("NotoSansGeorgian-Regular.ttf", "NotoSansGeorgian-Bold.ttf")],
    ),
];

/// What has signs that belong to no script. They are no loss where they are not there: then their codes are shown.
const SIGNS: [&str; 3] =
    ["NotoSansSymbols-Regular.ttf", "NotoSansSymbols2-Regular.ttf", "NotoSansMath-Regular.ttf"];

/// The files of a directory, by name.
pub(super) struct Fonts(BTreeMap<String, PathBuf>);

/// The fonts that a text needs.
#[derive(Debug)]
pub(super) struct Used {
    /// What they hold, the most wanted first.
    pub(super) files: Vec<Vec<u8>>,
    /// The family that a collection of several is to be taken from.
    pub(super) family: &'static str,
}

impl Fonts {
    /// Looks through a directory.
    pub(super) fn find(directory: &Path) -> Self {
        let mut found = BTreeMap::new();
        look(directory, DEPTH, &mut found);
        Self(found)
    }

    /// The fonts that have the letters of a text.
    ///
    /// # Errors
    /// `audit_export.no_font` naming the first script for which there is none.
    pub(super) fn for_text(&self, text: &str, language: &Language) -> Result<Used> {
        let needs = |script: &&Script| {
            script.name == SCRIPTS[0].name || text.chars().any(|letter| script.has(letter))
        };
        let mut files = Vec::new();
        for script in SCRIPTS.iter().filter(needs) {
            let found = script.files.iter().find_map(|(file, bold)| Some((self.0.get(*file)?, *bold)));
            let (regular, bold) = found.ok_or_else(|| missing(script))?;
            files.push(read(regular)?);
            if let Some(bold) = self.0.get(bold) {
                files.push(read(bold)?);
            }
        }
        for file in SIGNS.iter().filter_map(|sign| self.0.get(*sign)) {
            files.push(read(file)?);
        }
        Ok(Used { files, family: family(language) })
    }
}

impl Script {
    fn has(&self, letter: char) -> bool {
        self.letters.iter().any(|letters| letters.contains(&u32::from(letter)))
    }
}

/// The same characters are drawn in another way in each of these languages.
fn family(language: &Language) -> &'static str {
    match (language.code(), language.region()) {
        ("ja", _) => "Noto Sans CJK JP",
        ("ko", _) => "Noto Sans CJK KR",
        ("zh", Some("TW" | "MO")) => "Noto Sans CJK TC",
        ("zh", Some("HK")) => "Noto Sans CJK HK",
        _ => "Noto Sans CJK SC",
    }
}

fn look(directory: &Path, depth: usize, found: &mut BTreeMap<String, PathBuf>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    for entry in fs::read_dir(directory).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            look(&path, depth, found);
        } else if let Ok(name) = entry.file_name().into_string() {
            found.entry(name).or_insert(path);
        }
    }
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).map_err(|error| Error::internal(format!("the font {}", file.display())).source(error))
}

fn missing(script: &Script) -> Error {
    Error::new(Code::AUDIT_EXPORT_NO_FONT).saying("script", script.name).with("package", script.package)
}
