//! Asking the bundles of a chain for a message.

use fluent_bundle::FluentError;
use fluent_bundle::resolver::{ResolverError, errors::ReferenceKind};
use fluent_syntax::ast::Pattern;

use super::chain::{Chain, Link};
use super::{Localizer, Miss};
use crate::catalog::fluent_args;
use crate::{Args, Error};

impl Localizer {
    /// Asks one after the other for the message and puts it together.
    pub(super) fn ask<'c>(
        &self,
        chain: &'c Chain,
        key: &str,
        attribute: Option<&str>,
        tag: &str,
        args: &Args<'_>,
    ) -> Result<(&'c Link, String), Error> {
        let (mut known, mut broken) = (false, None);
        for (place, link) in chain.links.iter().enumerate() {
            let Some(message) = link.bundle.message(key) else { continue };
            known = true;
            let pattern = match attribute {
                None => message.value(),
                Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            };
            let Some(pattern) = pattern else { continue };
            match self.format(link, pattern, args) {
                Ok(text) => {
                    if place > 0 && chain.spoken {
                        self.report_other_language(chain, link, key, tag);
                    }
                    return Ok((link, text));
                }
                Err(errors) => match refusal(key, link, &errors) {
                    missing @ Error::MissingArguments { .. } => return Err(missing),
                    // The next one may do better: an override can be broken where the message is not.
                    error => broken = broken.or(Some(error)),
                },
            }
        }
        let key = key.chars().take(100).collect();
        Err(match (broken, attribute) {
            (Some(broken), _) => broken,
            (None, Some(attribute)) if known => {
                Error::UnknownAttribute { key, attribute: attribute.to_owned() }
            }
            _ => Error::UnknownKey { key, language: tag.to_owned() },
        })
    }

    fn report_other_language(&self, chain: &Chain, spoke: &Link, key: &str, tag: &str) {
        let first = chain.links.first().map(|link| link.bundle.language.code());
        if first != Some(spoke.bundle.language.code()) {
            let (key, language) = (key.to_owned(), tag.to_owned());
            self.shared.misses.report(Miss::Translation { key, language });
        }
    }

    fn format(
        &self,
        link: &Link,
        pattern: &Pattern<&str>,
        args: &Args<'_>,
    ) -> Result<String, Vec<FluentError>> {
        let mut errors = Vec::new();
        let args = fluent_args(args, &link.formats);
        // Room for a usual sentence spares the steps in which a string grows.
        let mut text = String::with_capacity(96);
        let written = link.bundle.fluent.write_pattern(&mut text, pattern, Some(&args), &mut errors);
        match (written.is_ok() && errors.is_empty(), self.isolating) {
            (false, _) => Err(errors),
            (true, true) => Ok(text),
            (true, false) => Ok(text.replace(['\u{2068}', '\u{2069}'], "")),
        }
    }
}

fn refusal(key: &str, link: &Link, errors: &[FluentError]) -> Error {
    let missing = |error: &FluentError| match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => {
            Some(id.clone())
        }
        _ => None,
    };
    let mut names: Vec<String> = errors.iter().filter_map(missing).collect();
    names.sort();
    names.dedup();
    match errors.iter().find(|error| missing(error).is_none()) {
        None => Error::MissingArguments { key: key.to_owned(), missing: names },
        Some(error) => Error::Unresolvable {
            key: key.to_owned(),
            language: link.bundle.language.to_string(),
            reason: error.to_string(),
        },
    }
}
