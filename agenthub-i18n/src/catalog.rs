//! Message files, put together to one bundle a language.

mod bundle;
mod check;
mod embedded;
pub(crate) mod facts;
mod file;
mod functions;
mod plurals;
mod source;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use check::Finding;
pub(crate) use check::{arguments, key as key_of};
pub use embedded::{Embedded, languages};
pub use facts::Kind;

pub(crate) use bundle::Bundle;
pub(crate) use file::MessageFile;
pub(crate) use functions::fluent_args;
pub(crate) use source::{Layer, Source};

use crate::{Error, Fault};

/// The bundles of all languages, by tag.
#[derive(Debug, Default)]
pub(crate) struct Catalog(pub(crate) BTreeMap<String, Arc<Bundle>>);

impl Catalog {
    /// Reads all layers; later ones go before earlier ones. One fault refuses them all.
    pub(crate) fn read(layers: &[Layer]) -> Result<Self, Error> {
        let mut faults = Vec::new();
        let mut files: BTreeMap<String, Vec<Arc<MessageFile>>> = BTreeMap::new();
        for layer in layers {
            match layer.sources() {
                Ok(sources) => read_layer(sources, &mut files, &mut faults),
                Err(Error::Faults(more)) => faults.extend(more),
                Err(other) => return Err(other),
            }
        }
        let mut bundles = BTreeMap::new();
        for (tag, files) in files {
            match Bundle::new(tag.parse()?, files) {
                Ok(bundle) => {
                    faults.extend(check::dangling(&bundle));
                    bundles.insert(tag, Arc::new(bundle));
                }
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(Self(bundles)) } else { Err(Error::Faults(faults)) }
    }

    pub(crate) fn check(&self, reference: &str) -> Vec<Finding> {
        check::check(self, reference)
    }
}

fn read_layer(
    sources: Vec<Source>,
    files: &mut BTreeMap<String, Vec<Arc<MessageFile>>>,
    faults: &mut Vec<Fault>,
) {
    let mut layer: BTreeMap<String, Vec<Arc<MessageFile>>> = BTreeMap::new();
    for source in sources {
        let tag = source.language.to_string();
        match MessageFile::read(source) {
            Ok(file) => {
                let others = layer.entry(tag).or_default();
                faults.extend(others.iter().flat_map(|other| check::twice(other, &file)));
                others.push(Arc::new(file));
            }
            Err(more) => faults.extend(more),
        }
    }
    for (tag, read) in layer {
        files.entry(tag).or_default().extend(read);
    }
}
