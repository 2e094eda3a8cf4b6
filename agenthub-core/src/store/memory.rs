//! Everything in memory: for tests, examples, and programs that keep nothing.
