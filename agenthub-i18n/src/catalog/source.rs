//! Where message files come from.

use std::path::{Path, PathBuf};

use super::embedded::Embedded;
use crate::{Error, Fault, Language, Reason};

/// A message file before it is read.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) language: Language,
    pub(crate) file: String,
    pub(crate) text: String,
}

impl Source {
    /// A fault at a byte of the text.
    pub(crate) fn fault(&self, place: usize, reason: Reason) -> Fault {
        Fault { file: self.file.clone(), line: self.line(place), reason }
    }

    pub(crate) fn line(&self, place: usize) -> usize {
        let before = self.text.as_bytes().get(..place).unwrap_or(self.text.as_bytes());
        before.iter().filter(|byte| **byte == b'\n').count() + 1
    }
}

/// Message files of some languages, read again at each reload.
#[derive(Clone, Debug)]
pub(crate) enum Layer {
    Embedded(&'static Embedded),
    Directory(PathBuf),
    Text { tag: String, file: String, text: String },
}

impl Layer {
    pub(crate) fn sources(&self) -> Result<Vec<Source>, Error> {
        match self {
            Self::Embedded(embedded) => embedded
                .files
                .iter()
                .map(|(file, text)| {
                    Ok(Source {
                        language: embedded.tag.parse()?,
                        file: (*file).to_owned(),
                        text: (*text).to_owned(),
                    })
                })
                .collect(),
            Self::Directory(path) => directory(path),
            Self::Text { tag, file, text } => {
                Ok(vec![Source { language: tag.parse()?, file: file.clone(), text: text.clone() }])
            }
        }
    }
}

/// Reads `<language>/*.ftl`; every file that cannot be read is told of.
fn directory(root: &Path) -> Result<Vec<Source>, Error> {
    let mut faults = Vec::new();
    let mut sources = Vec::new();
    for folder in entries(root, &mut faults).into_iter().filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let Ok(language) = name.parse::<Language>() else {
            faults.push(fault(&folder, "the name of this directory is not a language tag such as `pt-BR`"));
            continue;
        };
        for path in entries(&folder, &mut faults)
            .into_iter()
            .filter(|path| path.extension().is_some_and(|e| e == "ftl"))
        {
            match std::fs::read_to_string(&path) {
                Ok(text) => {
                    sources.push(Source {
                        language: language.clone(),
                        file: path.display().to_string(),
                        text,
                    });
                }
                Err(error) => faults.push(fault(&path, &error.to_string())),
            }
        }
    }
    if faults.is_empty() { Ok(sources) } else { Err(Error::Faults(faults)) }
}

fn entries(directory: &Path, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    let read = std::fs::read_dir(directory).and_then(|entries| {
        let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
        paths.sort();
        Ok(paths)
    });
    read.unwrap_or_else(|error| {
        faults.push(fault(directory, &error.to_string()));
        Vec::new()
    })
}

fn fault(path: &Path, reason: &str) -> Fault {
    Fault { file: path.display().to_string(), line: 0, reason: Reason::File(reason.to_owned()) }
}
