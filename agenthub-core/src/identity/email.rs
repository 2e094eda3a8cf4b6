//! Mail addresses: brought into one form, and looked at for what cannot be one.

use crate::error::{Code, Violation, Violations, Word};

/// The longest address that mail takes.
const MAX: usize = 254;

/// The one form in which an address is stored and compared.
pub(crate) fn normal(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Finds what is wrong with an address in its normal form.
pub(crate) fn check(found: &mut Violations, pointer: &str, email: &str) {
    found.length(pointer, email, 1, MAX);
    let of_fit_length = (1..=MAX).contains(&email.chars().count());
    found.require(!of_fit_length || looks_right(email), || {
        Violation::new(pointer, Code::VALUE_BAD_FORMAT).saying("expected", Word::EMAIL)
    });
}

/// Could this be an address? Whether it is one, only a mail can tell.
pub(crate) fn looks_right(email: &str) -> bool {
    let Some((local, domain)) = email.split_once('@') else { return false };
    let in_local = |c: char| !c.is_whitespace() && !c.is_control() && !"@<>()[],;:\\\"".contains(c);
    let in_domain = |c: char| c.is_alphanumeric() || c == '-';
    !local.is_empty()
        && local.chars().all(in_local)
        && domain.split('.').all(|label| !label.is_empty() && label.chars().all(in_domain))
        && email.chars().count() <= MAX
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_look_right() {
        for email in ["a@b", "ada@localhost", "ada.lovelace+hub@example.org", "ünïcode@bücher.example"] {
            assert!(looks_right(email), "{email}");
        }
    }

    #[test]
    fn other_texts_do_not() {
        let long = format!("{}@b", "a".repeat(253));
        for email in
            ["", "a", "@b", "a@", "a@@b", "a@b@c", "a b@c", "a@b c", "a@b..c", "a@.b", "a\0@b", &long]
        {
            assert!(!looks_right(email), "{email}");
        }
    }

    #[test]
    fn case_and_outer_spaces_make_no_difference() {
        assert_eq!(normal("  Ada@Example.ORG\n"), "ada@example.org");
    }
}
