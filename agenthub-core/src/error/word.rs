//! The table of words: what messages say of their own accord in the place of a name.
//!
//! Each has a message `phrase.…` in ten languages; a test sees to that.

use std::fmt;

/// A stable name for words of ours that stand inside of a message, such as `whole_number` for "a whole number".
///
/// What is expected of a value, or why it was refused, is passed so and not as a text, because only whoever speaks
/// knows the reader's language.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Word {
    name: &'static str,
    template: &'static str,
}

impl Word {
    /// The name; that of its message has `phrase.` before it.
    pub const fn as_str(self) -> &'static str {
        self.name
    }

    /// The English words, with `{name}` where a detail stands.
    pub const fn template(self) -> &'static str {
        self.template
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Declares each word once: as a constant, and in [`Word::ALL`].
macro_rules! words {
    ($($constant:ident $name:literal $template:literal)*) => {
        impl Word {
            $(
                #[doc = concat!("`", $name, "`: ", $template, ".")]
                pub const $constant: Word = Word { name: $name, template: $template };
            )*
            /// Every word, sorted as they are declared.
            pub const ALL: &'static [Word] = &[$(Word::$constant),*];
        }
    };
}

// What is expected: nouns.
words! {
    NONE "none" "none"
    TEXT "text" "text"
    WHOLE_NUMBER "whole_number" "a whole number"
    NUMBER "number" "a number"
    TRUE_OR_FALSE "true_or_false" "true or false"
    LIST "list" "a list"
    OBJECT "object" "an object"
    OBJECT_WITH "object_with" "an object with a `{field}`"
    LIST_OF_TEXTS "list_of_texts" "a list of texts"
    NUMBER_OR_DIGITS "number_or_digits" "a number, or its digits as text"
    NUMBER_AS "number_as" "a number such as {example}; look at character {position}"
    SECONDS "seconds" "a number of seconds"
    DECIMALS "decimals" "a number with at most {max} decimals"
    UUID "uuid" "a UUID"
    ACTOR_UUID "actor_uuid" "the UUID of the actor (actor type: {kind})"
    NOTHING_AS_NO_AGENT "nothing_as_no_agent" "no value, as the actor is not an agent"
    TIME "time" "a time such as {example}"
    DATE "date" "a date such as {example}"
    FUTURE_TIME "future_time" "a time in the future"
    TIME_AFTER "time_after" "a time after {field}"
    TIME_BEFORE_YEAR "time_before_year" "a time before the year {year}"
    DAYS_BEFORE "days_before" "a time at most {days} days before {field}"
    EMAIL "email" "a mail address"
    URI "uri" "a URI"
    LANGUAGE_TAG "language_tag" "a language tag such as {example}"
    TIME_ZONE "time_zone" "an IANA time zone such as {example}"
    CURRENCY_CODE "currency_code" "a currency code such as {example}"
    NO_CONTROL_CHARACTERS "no_control_characters" "text without control characters"
    NO_NUL "no_nul" "text without NUL characters"
    PROGRAM_NAME "program_name" "a word of a-z, 0-9 and _ that begins with a letter, at most {max} long"
    LOG_NAME "log_name" "a name without spaces and +, such as {example}"
    PATTERN "pattern" "text that matches {pattern}"
    FORMAT "format" "text in the format {format}"
    VISIBLE_ASCII "visible_ascii" "{min} to {max} visible ASCII characters"
    ETAG "etag" "the ETag of an answer, such as {example}, or *"
    EVENT_ID "event_id" "the id of an event of this stream"
    OTHER_KIND "other_kind" "a kind of thing other than the log itself"

    BYTES "bytes" "at most {max} bytes"
    END_OF_QUERY "end_of_query" "the end of the text, as no parenthesis is open"
    FEWER_PARENTHESES "fewer_parentheses" "fewer parentheses in parentheses"
    QUERY_FIELD "query_field" "a field: {names}"
    QUERY_TERM "query_term" "a field, a text or ("
    ORDERED_FIELD "ordered_field" "a field with an order: {names}"
    CLOSING_QUOTE "closing_quote" "a closing quote"
    VALUE "value" "a value"
    QUOTED_KEY "quoted_key" "a key in double quotes"
    NO_AND "no_and" "no AND: all terms must hold anyway"

    MUST_BE "must_be" "it must be {expected}"
    MISSING "missing" "{expected} is expected"
    AT_LINE "at_line" "{what} at line {line}, column {column}"
    TECHNICAL "technical" "“{text}”"
    UNREADABLE "unreadable" "it cannot be read"
    NOT_UTF8 "not_utf8" "it is not UTF-8"
    NOT_A_FORM "not_a_form" "it is not a form"
    CONNECTION_BROKE "connection_broke" "the connection broke"
    BELONGS_IN_BODY "belongs_in_body" "it belongs into the body, where that is JSON"
    SYNTAX "syntax" "its syntax is wrong"
    ENDS_EARLY "ends_early" "it ends too early"
    JSON_TRAILING_COMMA "json_trailing_comma" "there is a comma after the last entry"
    JSON_TRAILING "json_trailing" "something follows its end"
    JSON_CONTROL "json_control" "there is a control character in a text"
    JSON_ESCAPE "json_escape" "there is an invalid escape sequence in a text"
    JSON_NUMBER "json_number" "a number is invalid or too large"
    JSON_DEPTH "json_depth" "it is nested too deeply"

    LACKS_FIELD "lacks_field" "the field “{name}” is missing"
    SURPLUS_FIELD "surplus_field" "there must be no field “{name}”"
    ONE_OF "one_of" "it must be one of: {allowed}"
    AT_LEAST "at_least" "it must be at least {min}"
    AT_MOST "at_most" "it must be at most {max}"
    ABOVE "above" "it must be above {min}"
    BELOW "below" "it must be below {max}"
    MULTIPLE_OF "multiple_of" "it must be a multiple of {of}"
    TEXT_TOO_SHORT "text_too_short" "the text is shorter than {min} characters"
    TEXT_TOO_LONG "text_too_long" "the text is longer than {max} characters"
    LIST_TOO_SHORT "list_too_short" "the list has fewer than {min} entries"
    LIST_TOO_LONG "list_too_long" "the list has more than {max} entries"
    FIELDS_TOO_FEW "fields_too_few" "the object has fewer than {min} fields"
    FIELDS_TOO_MANY "fields_too_many" "the object has more than {max} fields"
    DUPLICATES "duplicates" "an entry is there twice"
    FORBIDDEN "forbidden" "nothing may stand here"
    NO_KNOWN_FORM "no_known_form" "it has none of the forms that are known"
    SEVERAL_FORMS "several_forms" "it has several forms of which only one may fit"
    BREAKS_RULE "breaks_rule" "it breaks the rule “{rule}”"
    REFERENCE "reference" "it refers to {name}, which is not there"

    SEE_LOG "see_log" "see its log"
    STREAM_ENDED "stream_ended" "its stream ended without an answer"
    REFUSED_NO_RUNTIME "refused_no_runtime" "{count} without a runtime here"
    REFUSED_UNHEALTHY "refused_unhealthy" "{count} unhealthy"
    REFUSED_BREAKER_OPEN "refused_breaker_open" "{count} resting after faults"
    REFUSED_BUSY "refused_busy" "{count} busy"
    REFUSED_TOO_EXPENSIVE "refused_too_expensive" "{count} too expensive"
    REFUSED_TOO_SLOW "refused_too_slow" "{count} too slow"
    REFUSED_TOO_UNRELIABLE "refused_too_unreliable" "{count} too unreliable"
    REFUSED_WRONG_TYPE "refused_wrong_type" "{count} of another type"
    REFUSED_EXCLUDED "refused_excluded" "{count} excluded"
    REFUSED_NOT_PERMITTED "refused_not_permitted" "{count} not permitted to you"

    SCRIPT_EUROPEAN "script_european" "Latin, Greek, Cyrillic"
    SCRIPT_ARABIC "script_arabic" "Arabic"
    SCRIPT_DEVANAGARI "script_devanagari" "Devanagari"
    SCRIPT_CJK "script_cjk" "Chinese, Japanese, Korean"
    SCRIPT_HEBREW "script_hebrew" "Hebrew"
    SCRIPT_BENGALI "script_bengali" "Bengali"
    SCRIPT_GURMUKHI "script_gurmukhi" "Gurmukhi"
    SCRIPT_GUJARATI "script_gujarati" "Gujarati"
    SCRIPT_TAMIL "script_tamil" "Tamil"
    SCRIPT_TELUGU "script_telugu" "Telugu"
    SCRIPT_KANNADA "script_kannada" "Kannada"
    SCRIPT_MALAYALAM "script_malayalam" "Malayalam"
    SCRIPT_THAI "script_thai" "Thai"
    SCRIPT_GEORGIAN "script_georgian" "Georgian"

    MESSAGE_NO_DEFAULT "message_no_default" "a choice has no variant with *"
    MESSAGE_BRACES "message_braces" "the braces do not match"
    MESSAGE_DEEP "message_deep" "there are braces within braces more than {max} deep"
    MESSAGE_FUNCTION "message_function" "there is no function {name}"
    MESSAGE_ARGUMENT "message_argument" "the message is not given {name}"

    RATES_DOCUMENT_TYPE "rates_document_type" "a document type has no place in this file"
    RATES_ENVELOPE "rates_envelope" "the file does not begin with an Envelope"
    RATES_CUBE "rates_cube" "a Cube has a time with rates in it, or a currency and its rate"
    RATES_NO_DATE "rates_no_date" "“{text}” is not a date"
    RATES_TWICE "rates_twice" "“{text}” is there twice"
    RATES_OUTSIDE "rates_outside" "a rate stands outside of a day"
    RATES_CURRENCY "rates_currency" "“{text}” is not a currency code of ISO 4217"
    RATES_VALUE "rates_value" "“{text}” is not a rate above zero"
    RATES_NONE "rates_none" "the file has no rates"

    TABLE_NO_ROWS "table_no_rows" "the table has no rows"
    TABLE_NO_COLUMN "table_no_column" "there is no column \"{column}\"; the columns are {columns}"
    TABLE_COLUMNS "table_columns" "the table has more than {max} columns"
    TABLE_CELLS "table_cells" "the table has more than {max} cells"
    TABLE_ROW_NO_OBJECT "table_row_no_object" "row {row} is not an object"
    TABLE_COLUMN_NO_LIST "table_column_no_list" "column {column} is not an array"
    TABLE_UNEVEN_ROW "table_uneven_row" "the header has {wanted} cells, row {row} has {found}"
    TABLE_UNEVEN_COLUMN "table_uneven_column" "column {column} has {found} values where the longest has {wanted}"
    TABLE_COLUMN_TWICE "table_column_twice" "the header names column \"{column}\" twice"
    TABLE_NO_CELL "table_no_cell" "row {row}, column {column}: a cell must be a text, a number, true, false or null"
    TABLE_NO_NUMBER "table_no_number" "row {row}, column {column}: {cell} is not a number"
    TABLE_LARGE_NUMBER "table_large_number" "row {row}, column {column}: {cell} is too large a number"
    TABLE_NO_DATE "table_no_date" "row {row}, column {column}: {cell} is not a date"
    TABLE_MIXED_DATES "table_mixed_dates" "column {column} has dates with the day first and others with the month first; write them as {example}"
    TABLE_OPEN_DATES "table_open_dates" "column {column}: in none of its dates can day and month be told apart; write them as {example}, or set `{field}` to {values}"
    TABLE_MORE "table_more" "{count} more faults are not listed"
    TABLE_EMPTY_COLUMN "table_empty_column" "column {column} has no value in any row"
    TABLE_NO_NUMBERS "table_no_numbers" "no column holds numbers to analyse; name one in `{field}`"
    TABLE_NO_CUSTOMERS "table_no_customers" "no column names customers; name one in `{field}`, or choose `{other}` for k-means"
    TABLE_NO_DATES "table_no_dates" "no column holds dates; name one in `{field}`, or choose `{other}` for k-means"
    TABLE_NO_DATED_VALUE "table_no_dated_value" "no row has both a date and a value"
    TABLE_NO_PURCHASE "table_no_purchase" "no row has a customer, a date and a value"
    TABLE_NAME_COLUMN "table_name_column" "name at least one column"
    TABLE_STEPS "table_steps" "{from} to {to} are {steps} steps of the period “{period}”, more than {max}"
    TABLE_GROUPS "table_groups" "column {column} has {count} different values, more than {max}"
    TABLE_CUSTOMERS "table_customers" "there are {count} customers to cluster, more than {max}"
    TABLE_FEW_CUSTOMERS "table_few_customers" "{wanted} clusters need at least as many different customers; there are {found}"
    TABLE_NO_CLUSTERS "table_no_clusters" "there is nothing to cluster"
    TABLE_FEW_VALUES "table_few_values" "anomalies need at least {min} values; there are fewer"
    TABLE_LONG_SEASONAL "table_long_seasonal" "seasonal anomalies are looked for in at most {max} values; choose another method"
    TABLE_SHORT_SEASONAL "table_short_seasonal" "seasonal anomalies need more than two whole cycles; choose another method or `{field}`"
    TABLE_FEW_PERIODS "table_few_periods" "a forecast needs at least {min} whole periods; there are {found}"
    TABLE_SHORT_SERIES "table_short_series" "the series is too short to be forecast"
}
