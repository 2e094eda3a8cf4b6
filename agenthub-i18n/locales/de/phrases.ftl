## What stands inside of other messages: what is expected, and why something was refused. These are no sentences, so
## they begin in lower case and end without a full stop.

## What is expected of a value.

phrase-none = keine
phrase-text = Text
phrase-whole_number = eine ganze Zahl
phrase-number = eine Zahl
phrase-true_or_false = true oder false
phrase-list = eine Liste
phrase-object = ein Objekt
phrase-object_with = ein Objekt mit dem Feld „{ $field }“
phrase-list_of_texts = eine Liste von Texten
phrase-number_or_digits = eine Zahl oder ihre Ziffern als Text
phrase-number_as = eine Zahl wie { $example }; siehe Zeichen { $position }
phrase-seconds = eine Anzahl von Sekunden
phrase-decimals = eine Zahl mit höchstens { $max ->
        [one] { $max } Nachkommastelle
       *[other] { $max } Nachkommastellen
    }
phrase-uuid = eine UUID
phrase-actor_uuid = die UUID des Akteurs (Art des Akteurs: { $kind })
phrase-nothing_as_no_agent = keine Angabe, da der Akteur kein Agent ist
phrase-time = ein Zeitpunkt wie { $example }
phrase-date = ein Datum wie { $example }
phrase-future_time = ein Zeitpunkt in der Zukunft
phrase-time_after = ein Zeitpunkt nach „{ $field }“
phrase-time_before_year = ein Zeitpunkt vor dem Jahr { $year }
phrase-days_before = ein Zeitpunkt höchstens { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
    } vor „{ $field }“
phrase-email = eine E-Mail-Adresse
phrase-uri = ein URI
phrase-language_tag = ein Sprachkürzel wie { $example }
phrase-time_zone = eine IANA-Zeitzone wie { $example }
phrase-currency_code = ein Währungscode wie { $example }
phrase-no_control_characters = Text ohne Steuerzeichen
phrase-no_nul = Text ohne NUL-Zeichen
phrase-program_name = ein Wort aus a–z, 0–9 und _, das mit einem Buchstaben beginnt und höchstens { $max ->
        [one] { $max } Zeichen
       *[other] { $max } Zeichen
    } hat
phrase-log_name = ein Name ohne Leerzeichen und +, wie { $example }
phrase-pattern = Text nach dem Muster { $pattern }
phrase-format = Text im Format „{ $format }“
phrase-visible_ascii = { $min } bis { $max } sichtbare ASCII-Zeichen
phrase-etag = der ETag einer Antwort, wie { $example }, oder *
phrase-event_id = die ID eines Ereignisses dieses Datenstroms
phrase-other_kind = eine andere Art als das Audit-Protokoll selbst

## What is expected in a query.

phrase-bytes = höchstens { $max ->
        [one] { $max } Byte
       *[other] { $max } Byte
    }
phrase-end_of_query = das Ende des Textes, da keine Klammer offen ist
phrase-fewer_parentheses = weniger ineinander geschachtelte Klammern
phrase-query_field = ein Feld: { $names }
phrase-query_term = ein Feld, ein Text oder (
phrase-ordered_field = ein Feld mit einer Ordnung: { $names }
phrase-closing_quote = ein schließendes Anführungszeichen
phrase-value = ein Wert
phrase-quoted_key = ein Schlüssel in doppelten Anführungszeichen
phrase-no_and = kein AND, da ohnehin alle Bedingungen gelten müssen

## Why a request cannot be read.

phrase-must_be = erwartet wird { $expected }
phrase-missing = hier wird { $expected } erwartet
phrase-at_line = { $what } (Zeile { $line }, Spalte { $column })
phrase-technical = „{ $text }“
phrase-unreadable = der Inhalt ist unlesbar
phrase-not_utf8 = kein gültiges UTF-8
phrase-not_a_form = kein gültiges Formular
phrase-connection_broke = die Verbindung ist abgebrochen
phrase-belongs_in_body = bei einem Inhalt in JSON gehört er in diesen
phrase-syntax = die Syntax ist fehlerhaft
phrase-ends_early = das Ende kommt zu früh
phrase-json_trailing_comma = nach dem letzten Eintrag steht ein Komma
phrase-json_trailing = nach dem Ende folgt noch etwas
phrase-json_control = ein Text enthält ein Steuerzeichen
phrase-json_escape = ein Text enthält eine ungültige Escape-Sequenz
phrase-json_number = eine Zahl ist ungültig oder zu groß
phrase-json_depth = die Verschachtelung ist zu tief

## Which rule of a schema is broken.

phrase-lacks_field = das Feld „{ $name }“ fehlt
phrase-surplus_field = ein Feld „{ $name }“ ist nicht erlaubt
phrase-one_of = erlaubt ist nur einer der folgenden Werte: { $allowed }
phrase-at_least = der Wert muss mindestens { $min } sein
phrase-at_most = der Wert darf höchstens { $max } sein
phrase-above = der Wert muss größer als { $min } sein
phrase-below = der Wert muss kleiner als { $max } sein
phrase-multiple_of = der Wert muss ein Vielfaches von { $of } sein
phrase-text_too_short = der Text hat weniger als { $min ->
        [one] { $min } Zeichen
       *[other] { $min } Zeichen
    }
phrase-text_too_long = der Text hat mehr als { $max ->
        [one] { $max } Zeichen
       *[other] { $max } Zeichen
    }
phrase-list_too_short = die Liste hat weniger als { $min ->
        [one] { $min } Eintrag
       *[other] { $min } Einträge
    }
phrase-list_too_long = die Liste hat mehr als { $max ->
        [one] { $max } Eintrag
       *[other] { $max } Einträge
    }
phrase-fields_too_few = das Objekt hat weniger als { $min ->
        [one] { $min } Feld
       *[other] { $min } Felder
    }
phrase-fields_too_many = das Objekt hat mehr als { $max ->
        [one] { $max } Feld
       *[other] { $max } Felder
    }
phrase-duplicates = ein Eintrag ist mehrfach vorhanden
phrase-forbidden = hier darf nichts stehen
phrase-no_known_form = der Wert hat keine der bekannten Formen
phrase-several_forms = der Wert passt auf mehrere Formen, darf aber nur auf eine passen
phrase-breaks_rule = die Regel „{ $rule }“ ist verletzt
phrase-reference = ein Verweis auf { $name } führt ins Leere

## Why an agent gave no answer, or was not asked.

phrase-see_log = Näheres steht in seinem Protokoll
phrase-stream_ended = sein Datenstrom endete ohne Antwort
phrase-refused_no_runtime = ohne Laufzeitumgebung auf diesem Server: { $count }
phrase-refused_unhealthy = gestört: { $count }
phrase-refused_breaker_open = nach Fehlern in einer Pause: { $count }
phrase-refused_busy = ausgelastet: { $count }
phrase-refused_too_expensive = zu teuer: { $count }
phrase-refused_too_slow = zu langsam: { $count }
phrase-refused_too_unreliable = zu unzuverlässig: { $count }
phrase-refused_wrong_type = von anderem Typ: { $count }
phrase-refused_excluded = ausgeschlossen: { $count }
phrase-refused_not_permitted = dir nicht erlaubt: { $count }

## Scripts that letters belong to, for which a font may be missing. They stand by themselves, behind a colon.

phrase-script_european = Lateinisch, Griechisch, Kyrillisch
phrase-script_arabic = Arabisch
phrase-script_devanagari = Devanagari
phrase-script_cjk = Chinesisch, Japanisch, Koreanisch
phrase-script_hebrew = Hebräisch
phrase-script_bengali = Bengalisch
phrase-script_gurmukhi = Gurmukhi
phrase-script_gujarati = Gujarati
phrase-script_tamil = Tamilisch
phrase-script_telugu = Telugu
phrase-script_kannada = Kannada
phrase-script_malayalam = Malayalam
phrase-script_thai = Thailändisch
phrase-script_georgian = Georgisch

## What is wrong with a message of an organization’s own.

phrase-message_no_default = einer Auswahl fehlt die Variante, die mit * beginnt
phrase-message_braces = die geschweiften Klammern passen nicht zusammen
phrase-message_deep = geschweifte Klammern sind mehr als { $max }-fach verschachtelt
phrase-message_function = die Funktion { $name } gibt es nicht
phrase-message_argument = die Nachricht erhält { $name } nicht

## What is wrong with a file of exchange rates.

phrase-rates_document_type = ein Dokumenttyp gehört nicht in diese Datei
phrase-rates_envelope = die Datei beginnt nicht mit „Envelope“
phrase-rates_cube = ein „Cube“ muss entweder einen Tag mit Kursen darin oder eine Währung mit ihrem Kurs haben
phrase-rates_no_date = „{ $text }“ ist kein Datum
phrase-rates_twice = „{ $text }“ ist mehrfach vorhanden
phrase-rates_outside = ein Kurs steht außerhalb eines Tages
phrase-rates_currency = „{ $text }“ ist kein Währungscode nach ISO 4217
phrase-rates_value = „{ $text }“ ist kein Kurs über null
phrase-rates_none = die Datei enthält keine Kurse

## What is wrong with a table, or with what is asked of it.

phrase-table_no_rows = die Tabelle hat keine Zeilen
phrase-table_no_column = die Spalte „{ $column }“ gibt es nicht; die Spalten sind { $columns }
phrase-table_columns = die Tabelle hat mehr als { $max } Spalten
phrase-table_cells = die Tabelle hat mehr als { $max } Zellen
phrase-table_row_no_object = Zeile { $row } ist kein Objekt
phrase-table_column_no_list = Spalte „{ $column }“ ist keine Liste
phrase-table_uneven_row = Zeile { $row } hat { $found ->
        [one] { $found } Zelle
       *[other] { $found } Zellen
    }, die Kopfzeile aber { $wanted }
phrase-table_uneven_column = Spalte „{ $column }“ hat { $found ->
        [one] { $found } Wert
       *[other] { $found } Werte
    }, die längste aber { $wanted }
phrase-table_column_twice = die Kopfzeile nennt die Spalte „{ $column }“ mehrfach
phrase-table_no_cell = Zeile { $row }, Spalte „{ $column }“: eine Zelle muss ein Text, eine Zahl, true, false oder null sein
phrase-table_no_number = Zeile { $row }, Spalte „{ $column }“: { $cell } ist keine Zahl
phrase-table_large_number = Zeile { $row }, Spalte „{ $column }“: { $cell } ist eine zu große Zahl
phrase-table_no_date = Zeile { $row }, Spalte „{ $column }“: { $cell } ist kein Datum
phrase-table_mixed_dates = Spalte „{ $column }“ enthält Datumsangaben teils mit dem Tag, teils mit dem Monat am Anfang; schreibe sie wie { $example }
phrase-table_open_dates = Spalte „{ $column }“: bei keiner Datumsangabe lassen sich Tag und Monat unterscheiden; schreibe sie wie { $example } oder setze { $field } auf { $values }
phrase-table_more = { $count ->
        [one] { $count } weiterer Fehler ist nicht aufgeführt
       *[other] { $count } weitere Fehler sind nicht aufgeführt
    }
phrase-table_empty_column = Spalte „{ $column }“ hat in keiner Zeile einen Wert
phrase-table_no_numbers = keine Spalte enthält Zahlen zum Auswerten; nenne eine in { $field }
phrase-table_no_customers = keine Spalte nennt Kunden; nenne eine in { $field } oder wähle { $other } für k-Means
phrase-table_no_dates = keine Spalte enthält Datumsangaben; nenne eine in { $field } oder wähle { $other } für k-Means
phrase-table_no_dated_value = keine Zeile hat sowohl ein Datum als auch einen Wert
phrase-table_no_purchase = keine Zeile hat einen Kunden, ein Datum und einen Wert
phrase-table_name_column = nenne mindestens eine Spalte
phrase-table_steps = von { $from } bis { $to } sind es { $steps } Schritte mit der Periode „{ $period }“, mehr als { $max }
phrase-table_groups = Spalte „{ $column }“ hat { $count } verschiedene Werte, mehr als { $max }
phrase-table_customers = es sind { $count } Kunden zu gruppieren, mehr als { $max }
phrase-table_few_customers = für { $wanted } Gruppen braucht es mindestens ebenso viele verschiedene Kunden; vorhanden: { $found }
phrase-table_no_clusters = es gibt nichts zu gruppieren
phrase-table_few_values = für Anomalien braucht es mindestens { $min } Werte; es sind weniger
phrase-table_long_seasonal = saisonale Anomalien werden in höchstens { $max } Werten gesucht; wähle eine andere Methode
phrase-table_short_seasonal = für saisonale Anomalien braucht es mehr als zwei volle Zyklen; wähle eine andere Methode oder ein anderes { $field }
phrase-table_few_periods = eine Prognose braucht mindestens { $min } volle Perioden; vorhanden: { $found }
phrase-table_short_series = die Reihe ist zu kurz für eine Prognose
