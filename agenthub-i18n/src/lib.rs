//! Messages, dates, numbers and direction in ten languages.
