//! Reading numbers that people wrote.

use agenthub_core::error::{Code, Error, Result, Violation, Word};
use agenthub_i18n::{Error as Refusal, Language, parse_number};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::locale::Asked;

/// A number as somebody wrote it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ParseBody {
    /// What was written.
    #[schema(max_length = 200)]
    text: String,
    /// The language that it was written in; yours, where nothing is said.
    #[schema(value_type = Option<String>, format = "language")]
    language: Option<Language>,
}

/// A number that was read.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Parsed {
    /// The number, exactly: digits, with a point before the fraction.
    #[schema(example = "1234.56")]
    number: String,
    /// The language that it was read in.
    #[schema(value_type = String, example = "de")]
    language: Language,
    /// Whether that is another than the one that was asked for, as that is not spoken here.
    fell_back: bool,
}

impl ParseBody {
    pub(super) fn asked(&self) -> Asked<'_> {
        Asked { language: self.language.as_ref(), time_zone: None }
    }

    pub(super) fn parse(&self, language: &Language, fell_back: bool) -> Result<Parsed> {
        let number = parse_number(&self.text, language).map_err(|refusal| {
            let expected = match &refusal {
                Refusal::UnreadableNumber { example, place, .. } => {
                    Word::NUMBER_AS.with("example", example).with("position", place)
                }
                _ => Word::NUMBER.into(),
            };
            let fault = Violation::new("/text", Code::VALUE_BAD_FORMAT).saying("expected", expected);
            Error::new(Code::INVALID).violating(vec![fault])
        })?;
        Ok(Parsed { number: number.to_string(), language: language.clone(), fell_back })
    }
}
