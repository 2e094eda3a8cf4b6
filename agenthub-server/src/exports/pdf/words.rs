//! What stands on the pages, in the reader's language and time zone.

use std::sync::Arc;

use agenthub_core::audit::{Actor, ActorKind, Change, Entry, Severity};
use agenthub_i18n::{Args, Formats, Language, Locale, Localizer, Style};
use chrono::{DateTime, Utc};

use super::text::{code, is_mark};

/// Says things to a reader.
#[derive(Debug)]
pub(super) struct Words {
    localizer: Localizer,
    locale: Locale,
    formats: Arc<Formats>,
}

impl Words {
    pub(super) fn new(language: &Language, locale: Locale) -> Self {
        Self { localizer: Localizer::embedded().plain(), locale, formats: Formats::of(language) }
    }

    pub(super) fn is_right_to_left(&self) -> bool {
        self.locale.direction() == agenthub_i18n::Direction::Rtl
    }

    /// What is said of the report: `title`, `page`, …
    pub(super) fn of_report(&self, name: &str) -> String {
        self.say(&format!("audit_report.{name}"))
    }

    pub(super) fn page(&self, page: usize, pages: usize) -> String {
        let args =
            Args::new().with("page", self.number(page as u64)).with("pages", self.number(pages as u64));
        self.localizer.translate("audit_report.page", &self.locale, args)
    }

    pub(super) fn zone(&self) -> String {
        format!("{}: {}", self.say("noun.time_zone"), self.locale.time_zone().name())
    }

    pub(super) fn number(&self, number: u64) -> String {
        self.formats.number(number)
    }

    pub(super) fn time(&self, at: DateTime<Utc>) -> String {
        self.formats.datetime_with(self.locale.local(at), Style::Short, Style::Medium)
    }

    pub(super) fn actor(&self, actor: &Actor) -> String {
        let kind = match actor.kind() {
            ActorKind::Human => "actor.human",
            ActorKind::AiAgent => "actor.ai_agent",
            ActorKind::ApiKey => "actor.api_key",
            ActorKind::Automation => "actor.automation",
            ActorKind::Plugin => "actor.plugin",
            ActorKind::System => "actor.system",
        };
        let id = actor.id().map(|id| format!("\n{}", shown(&id)));
        self.say(kind) + &id.unwrap_or_default()
    }

    /// The cells of a record, in the order of the columns.
    pub(super) fn cells(&self, entry: &Entry) -> [String; 7] {
        let record = &entry.record;
        [
            self.number(entry.sequence),
            self.time(record.at),
            self.actor(&record.actor),
            shown(&record.action),
            format!("{}\n{}", shown(&record.entity.kind), shown(&record.entity.id)),
            self.outcome(entry),
            changes(entry),
        ]
    }

    fn outcome(&self, entry: &Entry) -> String {
        let record = &entry.record;
        let mut lines = vec![self.say(&format!("status.{}", record.outcome.as_str()))];
        if record.severity != Severity::Info {
            lines.push(self.say(&format!("severity.{}", record.severity.as_str())));
        }
        lines.extend(record.error_code.as_deref().map(shown));
        lines.extend(record.compliance_tags.iter().map(|tag| shown(tag)));
        lines.join("\n")
    }

    fn say(&self, key: &str) -> String {
        self.localizer.translate(key, &self.locale, Args::new())
    }
}

/// The names of the columns, in order.
pub(super) const COLUMNS: [&str; 7] = ["number", "time", "actor", "action", "thing", "outcome", "changes"];

fn changes(entry: &Entry) -> String {
    let changes = entry.record.changes.0.iter();
    let lines: Vec<_> =
        changes.map(|(field, change)| format!("{}: {}", shown(field), change_of(change))).collect();
    lines.join("\n")
}

fn change_of(Change { old, new }: &Change) -> String {
    let value = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => shown(text),
        other => shown(&other.to_string()),
    };
    match (old, new) {
        (None, None) => String::new(),
        (None, Some(new)) => value(new),
        (Some(old), None) => format!("{} → –", value(old)),
        (Some(old), Some(new)) => format!("{} → {}", value(old), value(new)),
    }
}

/// A text of the log as it can be shown: what would turn the text around or be unseen stands there by its code.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\t' => shown.push(' '),
            letter if letter.is_control() || is_mark(letter) => shown += &code(letter),
            letter => shown.push(letter),
        }
    }
    shown
}
