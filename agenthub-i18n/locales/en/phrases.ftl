## What stands inside of other messages: what is expected, and why something was refused. These are no sentences, so
## they begin in lower case and end without a full stop.

## What is expected of a value.

phrase-none = none
phrase-text = text
phrase-whole_number = a whole number
phrase-number = a number
phrase-true_or_false = true or false
phrase-list = a list
phrase-object = an object
phrase-object_with = an object with the field “{ $field }”
phrase-list_of_texts = a list of texts
phrase-number_or_digits = a number, or its digits as text
phrase-number_as = a number such as { $example }; look at character { $position }
phrase-seconds = a number of seconds
phrase-decimals = a number with at most { $max ->
        [one] { $max } decimal
       *[other] { $max } decimals
    }
phrase-uuid = a UUID
phrase-actor_uuid = the UUID of the actor (actor type: { $kind })
phrase-nothing_as_no_agent = no value, as the actor is not an agent
phrase-time = a time such as { $example }
phrase-date = a date such as { $example }
phrase-future_time = a time in the future
phrase-time_after = a time after “{ $field }”
phrase-time_before_year = a time before the year { $year }
phrase-days_before = a time at most { $days ->
        [one] { $days } day
       *[other] { $days } days
    } before “{ $field }”
phrase-email = an email address
phrase-uri = a URI
phrase-language_tag = a language tag such as { $example }
phrase-time_zone = an IANA time zone such as { $example }
phrase-currency_code = a currency code such as { $example }
phrase-no_control_characters = text without control characters
phrase-no_nul = text without NUL characters
phrase-program_name = a word of a–z, 0–9 and _ that begins with a letter and has at most { $max ->
        [one] { $max } character
       *[other] { $max } characters
    }
phrase-log_name = a name without spaces and +, such as { $example }
phrase-pattern = text that matches { $pattern }
phrase-format = text in the format “{ $format }”
phrase-visible_ascii = { $min } to { $max } visible ASCII characters
phrase-etag = the ETag of an answer, such as { $example }, or *
phrase-event_id = the id of an event of this stream
phrase-other_kind = a kind of thing other than the audit log itself

## What is expected in a query.

phrase-bytes = at most { $max ->
        [one] { $max } byte
       *[other] { $max } bytes
    }
phrase-end_of_query = the end of the text, as no parenthesis is open
phrase-fewer_parentheses = fewer parentheses inside one another
phrase-query_field = a field: { $names }
phrase-query_term = a field, a text or (
phrase-ordered_field = a field with an order: { $names }
phrase-closing_quote = a closing quotation mark
phrase-value = a value
phrase-quoted_key = a key in double quotes
phrase-no_and = no AND, as all terms must hold anyway

## Why a request cannot be read.

phrase-must_be = it must be { $expected }
phrase-missing = { $expected } is expected
phrase-at_line = { $what } at line { $line }, column { $column }
phrase-technical = “{ $text }”
phrase-unreadable = it cannot be read
phrase-not_utf8 = it is not UTF-8
phrase-not_a_form = it is not a form
phrase-connection_broke = the connection broke
phrase-belongs_in_body = it belongs in the body, where that is JSON
phrase-syntax = its syntax is wrong
phrase-ends_early = it ends too early
phrase-json_trailing_comma = there is a comma after the last entry
phrase-json_trailing = something follows its end
phrase-json_control = there is a control character in a text
phrase-json_escape = there is an invalid escape sequence in a text
phrase-json_number = a number is invalid or too large
phrase-json_depth = it is nested too deeply

## Which rule of a schema is broken.

phrase-lacks_field = the field “{ $name }” is missing
phrase-surplus_field = there must be no field “{ $name }”
phrase-one_of = it must be one of the following: { $allowed }
phrase-at_least = it must be at least { $min }
phrase-at_most = it must be at most { $max }
phrase-above = it must be greater than { $min }
phrase-below = it must be less than { $max }
phrase-multiple_of = it must be a multiple of { $of }
phrase-text_too_short = the text is shorter than { $min ->
        [one] { $min } character
       *[other] { $min } characters
    }
phrase-text_too_long = the text is longer than { $max ->
        [one] { $max } character
       *[other] { $max } characters
    }
phrase-list_too_short = the list has fewer than { $min ->
        [one] { $min } entry
       *[other] { $min } entries
    }
phrase-list_too_long = the list has more than { $max ->
        [one] { $max } entry
       *[other] { $max } entries
    }
phrase-fields_too_few = the object has fewer than { $min ->
        [one] { $min } field
       *[other] { $min } fields
    }
phrase-fields_too_many = the object has more than { $max ->
        [one] { $max } field
       *[other] { $max } fields
    }
phrase-duplicates = an entry is there more than once
phrase-forbidden = nothing may stand here
phrase-no_known_form = it has none of the forms that are known
phrase-several_forms = it has several forms of which only one may fit
phrase-breaks_rule = it breaks the rule “{ $rule }”
phrase-reference = it refers to { $name }, which is not there

## Why an agent gave no answer, or was not asked.

phrase-see_log = see its log
phrase-stream_ended = its stream ended without an answer
phrase-refused_no_runtime = { $count } without a runtime here
phrase-refused_unhealthy = { $count } unhealthy
phrase-refused_breaker_open = { $count } resting after faults
phrase-refused_busy = { $count } busy
phrase-refused_too_expensive = { $count } too expensive
phrase-refused_too_slow = { $count } too slow
phrase-refused_too_unreliable = { $count } too unreliable
phrase-refused_wrong_type = { $count } of another type
phrase-refused_excluded = { $count } excluded
phrase-refused_not_permitted = { $count } not permitted to you

## Scripts that letters belong to, for which a font may be missing. They stand by themselves, behind a colon.

phrase-script_european = Latin, Greek, Cyrillic
phrase-script_arabic = Arabic
phrase-script_devanagari = Devanagari
phrase-script_cjk = Chinese, Japanese, Korean
phrase-script_hebrew = Hebrew
phrase-script_bengali = Bengali
phrase-script_gurmukhi = Gurmukhi
phrase-script_gujarati = Gujarati
phrase-script_tamil = Tamil
phrase-script_telugu = Telugu
phrase-script_kannada = Kannada
phrase-script_malayalam = Malayalam
phrase-script_thai = Thai
phrase-script_georgian = Georgian

## What is wrong with a message of an organization’s own.

phrase-message_no_default = a choice has no variant that begins with *
phrase-message_braces = the braces do not match
phrase-message_deep = braces stand inside one another, more than { $max } deep
phrase-message_function = there is no function { $name }
phrase-message_argument = the message is not given { $name }

## What is wrong with a file of exchange rates.

phrase-rates_document_type = a document type has no place in this file
phrase-rates_envelope = the file does not begin with an Envelope
phrase-rates_cube = a Cube must have either a time with rates in it, or a currency and its rate
phrase-rates_no_date = “{ $text }” is not a date
phrase-rates_twice = “{ $text }” is there more than once
phrase-rates_outside = a rate stands outside of a day
phrase-rates_currency = “{ $text }” is not a currency code of ISO 4217
phrase-rates_value = “{ $text }” is not a rate above zero
phrase-rates_none = the file has no rates

## What is wrong with a table, or with what is asked of it.

phrase-table_no_rows = the table has no rows
phrase-table_no_column = there is no column “{ $column }”; the columns are { $columns }
phrase-table_columns = the table has more than { $max } columns
phrase-table_cells = the table has more than { $max } cells
phrase-table_row_no_object = row { $row } is not an object
phrase-table_column_no_list = column “{ $column }” is not an array
phrase-table_uneven_row = row { $row } has { $found ->
        [one] { $found } cell
       *[other] { $found } cells
    } where the header has { $wanted }
phrase-table_uneven_column = column “{ $column }” has { $found ->
        [one] { $found } value
       *[other] { $found } values
    } where the longest has { $wanted }
phrase-table_column_twice = the header names column “{ $column }” more than once
phrase-table_no_cell = row { $row }, column “{ $column }”: a cell must be a text, a number, true, false or null
phrase-table_no_number = row { $row }, column “{ $column }”: { $cell } is not a number
phrase-table_large_number = row { $row }, column “{ $column }”: { $cell } is too large a number
phrase-table_no_date = row { $row }, column “{ $column }”: { $cell } is not a date
phrase-table_mixed_dates = column “{ $column }” has dates with the day first and others with the month first; write them as { $example }
phrase-table_open_dates = column “{ $column }”: in none of its dates can day and month be told apart; write them as { $example }, or set { $field } to { $values }
phrase-table_more = { $count ->
        [one] { $count } more fault is not listed
       *[other] { $count } more faults are not listed
    }
phrase-table_empty_column = column “{ $column }” has no value in any row
phrase-table_no_numbers = no column holds numbers to analyze; name one in { $field }
phrase-table_no_customers = no column names customers; name one in { $field }, or choose { $other } for k-means
phrase-table_no_dates = no column holds dates; name one in { $field }, or choose { $other } for k-means
phrase-table_no_dated_value = no row has both a date and a value
phrase-table_no_purchase = no row has a customer, a date and a value
phrase-table_name_column = name at least one column
phrase-table_steps = from { $from } to { $to } there are { $steps } steps of the period “{ $period }”, more than { $max }
phrase-table_groups = column “{ $column }” has { $count } different values, more than { $max }
phrase-table_customers = there are { $count } customers to cluster, more than { $max }
phrase-table_few_customers = to make { $wanted } clusters, at least as many different customers are needed; there are { $found }
phrase-table_no_clusters = there is nothing to cluster
phrase-table_few_values = anomalies need at least { $min } values; there are fewer
phrase-table_long_seasonal = seasonal anomalies are looked for in at most { $max } values; choose another method
phrase-table_short_seasonal = seasonal anomalies need more than two whole cycles; choose another method or { $field }
phrase-table_few_periods = a forecast needs at least { $min } whole periods; there are { $found }
phrase-table_short_series = the series is too short to be forecast
