//! What a new password must be.

use secrecy::{ExposeSecret, SecretString};

use crate::error::{Code, Violation, Violations};

/// The shortest and the longest password, in characters.
const LENGTH: (usize, usize) = (10, 200);

/// What everybody tries first, of those that are long enough; in lower case.
const COMMON: &[&str] = &[
    "0123456789",
    "1234567890",
    "12345678910",
    "123456789a",
    "1q2w3e4r5t",
    "abcdefghij",
    "administrator",
    "changeme123",
    "iloveyou123",
    "letmein123",
    "password01",
    "password12",
    "password123",
    "password1234",
    "passwordpassword",
    "qwerty12345",
    "qwerty1234",
    "qwertyuiop",
    "welcome123",
    "welcome1234",
];

/// Finds what is wrong with a new password of the user with this address.
pub(crate) fn check(found: &mut Violations, pointer: &str, password: &SecretString, email: &str) {
    let password = password.expose_secret();
    let length = password.chars().count();
    let (min, max) = LENGTH;
    let fault = |code| Violation::new(pointer, code);
    if length == 0 {
        found.push(fault(Code::VALUE_REQUIRED));
    } else if length < min {
        found.push(fault(Code::VALUE_TOO_SHORT).with("min", min));
    } else if length > max {
        found.push(fault(Code::VALUE_TOO_LONG).with("max", max));
    } else if password.trim().to_lowercase() == email {
        found.push(fault(Code::PASSWORD_IS_EMAIL));
    } else if is_common(password) {
        found.push(fault(Code::PASSWORD_TOO_COMMON));
    }
}

fn is_common(password: &str) -> bool {
    let first = password.chars().next();
    let all_same = password.chars().all(|c| Some(c) == first);
    all_same || COMMON.contains(&password.to_lowercase().as_str())
}
