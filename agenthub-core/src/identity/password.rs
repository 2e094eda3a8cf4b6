//! Passwords.
#[derive(Debug)]
pub(crate) struct Passwords;
impl Passwords {
    pub(crate) fn new(_workers: usize) -> Self {
        Self
    }
}
