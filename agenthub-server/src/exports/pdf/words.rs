//! What stands on the pages, in the reader's language and time zone.

use std::sync::Arc;

use agenthub_core::audit::personal::{ERASED, UNREADABLE, WITHHELD};
use agenthub_core::audit::{Actor, ActorKind, Change, Entry, Severity};
use agenthub_i18n::{Args, Formats, Language, Locale, Localizer, Style};
use chrono::{DateTime, Utc};
use serde_json::Value;

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
            self.changes(entry),
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

    fn changes(&self, entry: &Entry) -> String {
        let changes = entry.record.changes.0.iter();
        let value = |value: &Value| self.instead(value).unwrap_or_else(|| shown_value(value));
        changes.map(|(field, change)| changed(&shown(field), change, value)).collect::<Vec<_>>().join("\n")
    }

    /// What is said of a value that is not there to be seen.
    fn instead(&self, value: &Value) -> Option<String> {
        let name = match value.as_str()? {
            WITHHELD => "withheld",
            ERASED => "erased",
            UNREADABLE => "unreadable",
            _ => return None,
        };
        Some(format!("[{}]", self.of_report(name)))
    }

    fn say(&self, key: &str) -> String {
        self.localizer.translate(key, &self.locale, Args::new())
    }
}

/// The names of the columns, in order.
pub(super) const COLUMNS: [&str; 7] = ["number", "time", "actor", "action", "thing", "outcome", "changes"];

fn shown_value(value: &Value) -> String {
    match value {
        Value::String(text) => shown(text),
        other => shown(&other.to_string()),
    }
}

/// What became of a field, where `show` says a value.
fn changed(field: &str, Change { old, new }: &Change, show: impl Fn(&Value) -> String) -> String {
    let value = |value: &Option<Value>| value.as_ref().map_or_else(|| "–".to_owned(), &show);
    if old.is_none() {
        return format!("{field}: {}", value(new));
    }
    let (old, new) = (value(old), value(new));
    // The line runs as its first letter does, and arrows do not turn around by themselves.
    let first = field.chars().chain(old.chars()).find(|letter| letter.is_alphabetic());
    let arrow = if first.is_some_and(runs_left) { '←' } else { '→' };
    format!("{field}: {old} {arrow} {new}")
}

/// Is it a letter of a script that runs from right to left?
fn runs_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn changed_from(field: &str, old: Value, new: Value) -> String {
        let some = |value: Value| (!value.is_null()).then_some(value);
        changed(field, &Change { old: some(old), new: some(new) }, shown_value)
    }

    #[test]
    fn what_is_not_there_to_be_seen_is_said_in_the_readers_language() {
        let words = |language: &str| {
            let locale = Locale::new(language, "UTC").unwrap();
            Words::new(&language.parse().unwrap(), locale)
        };
        for (value, english, german) in [
            (WITHHELD, "[withheld]", "[zurückgehalten]"),
            (ERASED, "[erased]", "[gelöscht]"),
            (UNREADABLE, "[unreadable]", "[unlesbar]"),
        ] {
            assert_eq!(words("en").instead(&json!(value)).as_deref(), Some(english));
            assert_eq!(words("de").instead(&json!(value)).as_deref(), Some(german));
        }
        assert_eq!(words("de").instead(&json!("withheld")), None);
        assert_eq!(words("de").instead(&json!([WITHHELD])), None);
    }

    #[test]
    fn an_arrow_points_from_old_to_new_the_way_the_line_runs() {
        assert_eq!(changed_from("status", json!("none"), json!("draft")), "status: none → draft");
        assert_eq!(changed_from("الوصف", json!("x"), json!("y")), "الوصف: x ← y");
        assert_eq!(changed_from("7", json!("مسودة"), json!(8)), "7: مسودة ← 8");
        assert_eq!(changed_from("a", json!(null), json!(1.5)), "a: 1.5");
        assert_eq!(changed_from("a", json!([1]), json!(null)), "a: [1] → –");
    }

    #[test]
    fn what_is_not_seen_is_shown_by_its_code() {
        assert_eq!(shown("a\u{202e}b\u{0}c\nd"), "a[U+202E]b[U+0000]c d");
        assert_eq!(shown("日本 ऑडिट سجل"), "日本 ऑडिट سجل");
    }
}
