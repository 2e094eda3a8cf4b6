## What went wrong, by the code of the error. The text says what to do; the title is the short form.

error-invalid = Ein Teil der Eingabe ist ungültig. Behebe alle aufgeführten Fehler und sende sie dann erneut.
    .title = Ungültige Eingabe
error-internal = Bei uns ist etwas schiefgegangen. Versuche es später erneut; tritt der Fehler wieder auf, melde ihn mit der Anfrage-ID.
    .title = Interner Fehler

## Requests.

error-request-bad_json = Der Inhalt der Anfrage ist kein gültiges JSON: { $reason }. Korrigiere ihn und sende ihn erneut.
    .title = Fehlerhaftes JSON
error-request-bad_body = Der Inhalt der Anfrage kann nicht gelesen werden: { $reason }. Prüfe ihn und sende ihn erneut.
    .title = Unlesbarer Inhalt
error-request-bad_media_type = Der Inhalt der Anfrage muss { $expected } sein. Sende ihn in diesem Format und setze den Header Content-Type entsprechend.
    .title = Nicht unterstütztes Format
error-request-bad_parameter = Der Parameter „{ $name }“ ist falsch: { $reason }. Korrigiere ihn und versuche es erneut.
    .title = Ungültiger Parameter
error-request-body_too_large = Der Inhalt der Anfrage ist größer als { $max ->
        [one] { $max } Byte
       *[other] { $max } Byte
    }. Sende weniger auf einmal.
    .title = Inhalt zu groß
error-request-route_not_found = Unter { $path } gibt es nichts. Prüfe die Adresse.
    .title = Adresse nicht gefunden
error-request-method_not_allowed = { $path } unterstützt { $method } nicht. Verwende eine der Methoden im Header Allow.
    .title = Methode nicht erlaubt
error-request-timeout = Die Anfrage hat länger als { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } gedauert. Versuche es erneut oder frage weniger auf einmal ab.
    .title = Zeitüberschreitung der Anfrage
error-request-rate_limited = Es waren zu viele Anfragen. Warte { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } und versuche es dann erneut.
    .title = Zu viele Anfragen
error-request-precondition_failed = Hier wurde inzwischen etwas geändert: Aktuell ist Version { $actual }, nicht { $expected }. Lies den neuen Stand und entscheide dann.
    .title = Zwischenzeitlich geändert
error-request-idempotency_key_reused = Dieser Idempotency-Key wurde schon für eine andere Anfrage verwendet. Verwende für jede neue Anfrage einen neuen.
    .title = Idempotenzschlüssel bereits verwendet
error-request-idempotency_key_in_flight = Eine Anfrage mit diesem Idempotency-Key läuft noch. Warte einen Moment und frage dann erneut an.
    .title = Anfrage läuft noch
error-request-idempotency_answer_too_large = Die Anfrage mit diesem Idempotency-Key wurde ausgeführt, aber ihre Antwort war zu groß, um sie aufzubewahren. Sieh nach, was sie bewirkt hat, und sende sie nicht mit einem anderen erneut.
    .title = Antwort nicht aufbewahrt
error-page-bad_cursor = Der Cursor stammt nicht aus dieser Liste. Beginne ohne Cursor von vorn.
    .title = Ungültiger Cursor

## Faults of a field.

error-value-required = Dieses Feld ist erforderlich.
    .title = Pflichtfeld
error-value-too_short = Dieses Feld braucht mindestens { $min ->
        [one] { $min } Zeichen
       *[other] { $min } Zeichen
    }.
    .title = Zu kurz
error-value-too_long = Dieses Feld darf höchstens { $max ->
        [one] { $max } Zeichen
       *[other] { $max } Zeichen
    } haben.
    .title = Zu lang
error-value-too_many = Dieses Feld darf höchstens { $max ->
        [one] { $max } Eintrag
       *[other] { $max } Einträge
    } haben.
    .title = Zu viele Einträge
error-value-out_of_range = Dieses Feld muss zwischen { $min } und { $max } liegen.
    .title = Außerhalb des Bereichs
error-value-wrong_type = Dieses Feld hat den falschen Typ. Erwartet: { $expected }.
    .title = Falscher Typ
error-value-unknown_field = Das Feld „{ $name }“ ist unbekannt. Bekannte Felder: { $allowed }.
    .title = Unbekanntes Feld
error-value-not_one_of = Dieses Feld muss einen der folgenden Werte haben: { $allowed }.
    .title = Wert nicht erlaubt
error-value-bad_format = Dieses Feld hat das falsche Format. Erwartet: { $expected }.
    .title = Falsches Format
error-value-duplicate = Dieser Wert ist mehrfach angegeben. Entferne die Wiederholung.
    .title = Doppelte Angabe
error-value-bad_schema = Dieses Feld ist kein gültiges JSON-Schema: { $reason }.
    .title = Ungültiges Schema
error-value-breaks_schema = Dieses Feld entspricht nicht seinem Schema: { $reason }.
    .title = Schema verletzt
error-value-too_large = Dieses Feld darf höchstens { $max ->
        [one] { $max } Byte
       *[other] { $max } Byte
    } groß sein.
    .title = Zu groß
error-value-bad_query = Diese Abfrage kann ab Zeichen { $position } nicht gelesen werden. Erwartet wird dort: { $expected }.
    .title = Unlesbare Abfrage
error-value-bad_table = Diese Tabelle kann nicht gelesen werden: { $reason }.
    .title = Unlesbare Tabelle
error-value-bad_message = Dieser Text ist keine gültige Nachricht. Zeile { $line }: { $reason }.
    .title = Ungültige Nachricht
error-value-excludes = Dieses Feld kann nicht zusammen mit „{ $other }“ angegeben werden. Gib nur eines von beiden an.
    .title = Unvereinbare Felder
error-password-is_email = Das Passwort darf nicht die E-Mail-Adresse sein. Wähle ein anderes.
    .title = Passwort ist E-Mail-Adresse
error-password-too_common = Dieses Passwort gehört zu denen, die Angreifer zuerst probieren. Wähle ein anderes.
    .title = Passwort zu verbreitet

## Sign-in and permissions.

error-auth-unauthenticated = Melde dich zuerst an oder sende einen API-Schlüssel.
    .title = Anmeldung erforderlich
error-auth-bad_credentials = Die E-Mail-Adresse oder das Passwort ist falsch. Prüfe beides und versuche es erneut.
    .title = Falsche Anmeldedaten
error-auth-locked = Es gab zu viele Fehlversuche. Warte { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } und versuche es dann erneut.
    .title = Zu viele Fehlversuche
error-auth-token_invalid = Das Token ist ungültig. Melde dich erneut an.
    .title = Ungültiges Token
error-auth-token_expired = Das Token ist abgelaufen. Erneuere es oder melde dich erneut an.
    .title = Token abgelaufen
error-auth-token_reused = Dieses Aktualisierungstoken wurde schon verwendet, deshalb wurden alle daraus entstandenen Sitzungen beendet. Melde dich erneut an.
    .title = Token bereits verwendet
error-auth-not_a_member = Du bist kein Mitglied dieser Organisation. Bitte einen Administrator um eine Einladung.
    .title = Kein Mitglied
error-auth-denied = Dafür ist die Berechtigung „{ $permission }“ nötig. Bitte einen Administrator darum.
    .title = Fehlende Berechtigung
error-auth-superuser_needed = Das darf nur ein Superuser. Wende dich an den Betreiber des Servers.
    .title = Superuser erforderlich

## Users, organizations and API keys.

error-user-email_taken = Es gibt bereits ein Konto mit dieser E-Mail-Adresse. Melde dich stattdessen an.
    .title = E-Mail-Adresse vergeben
error-user-not_found = In dieser Organisation gibt es keinen Benutzer { $id }. Prüfe die ID.
    .title = Benutzer nicht gefunden
error-organization-not_found = Es gibt keine Organisation { $id }. Prüfe die ID.
    .title = Organisation nicht gefunden
error-invitation-not_found = Die Einladung existiert nicht, wurde schon verwendet, ist abgelaufen oder gilt für eine andere E-Mail-Adresse. Bitte um eine neue.
    .title = Einladung ungültig
error-member-last_owner = Die Organisation hätte dann keinen Inhaber mehr. Mache zuerst ein anderes Mitglied zum Inhaber.
    .title = Letzter Inhaber
error-member-role_too_high = Du kannst die Rolle „{ $role ->
        [viewer] { role-viewer }
        [auditor] { role-auditor }
        [developer] { role-developer }
        [operator] { role-operator }
        [admin] { role-admin }
        [owner] { role-owner }
       *[other] { $role }
    }“ weder vergeben noch entziehen, denn sie steht über deiner eigenen. Wende dich an jemanden mit dieser Rolle.
    .title = Rolle über der eigenen
error-member-exists = Dieser Benutzer ist bereits Mitglied der Organisation.
    .title = Bereits Mitglied
error-api_key-not_found = In dieser Organisation gibt es keinen API-Schlüssel { $id }. Prüfe die ID.
    .title = API-Schlüssel nicht gefunden
error-api_key-ended = Der API-Schlüssel „{ $name }“ wurde widerrufen oder ist abgelaufen. Erstelle einen neuen.
    .title = API-Schlüssel nicht mehr gültig
error-api_key-too_wide = Dir fehlt die Berechtigung „{ $permission }“, deshalb kann dein API-Schlüssel sie nicht haben. Lass sie weg oder bitte einen Administrator darum.
    .title = Mehr Berechtigungen als du

## Agents.

error-agent-not_found = In dieser Organisation gibt es keinen Agenten { $id }. Prüfe die ID.
    .title = Agent nicht gefunden
error-agent-version_not_found = Der Agent { $id } hat keine Version { $version }. Wähle eine vorhandene.
    .title = Version nicht gefunden
error-agent-not_active = Der Agent „{ $name }“ kann beim Status „{ $status ->
        [draft] { status-draft }
        [paused] { status-paused }
        [stopped] { status-stopped }
        [error] { status-error }
        [maintenance] { status-maintenance }
        [retired] { status-retired }
       *[other] { $status }
    }“ nicht aufgerufen werden. Verwende einen aktiven Agenten oder aktiviere diesen zuerst.
    .title = Agent nicht aktiv
error-agent-deleted = Der Agent „{ $name }“ ist gelöscht. Stelle ihn zuerst wieder her.
    .title = Agent gelöscht
error-agent-not_deleted = Der Agent „{ $name }“ ist nicht gelöscht und kann deshalb nicht wiederhergestellt werden.
    .title = Agent nicht gelöscht
error-agent-bad_move = { $from ->
        [retired] Ein Agent mit dem Status „retired“ bleibt stillgelegt. Erstelle einen neuen Agenten.
       *[other] Ein Agent mit dem Status „{ $from }“ kann nicht zu „{ $to }“ wechseln. Möglich: { $allowed }.
    }
    .title = Statuswechsel nicht möglich
error-agent-failed = Der Agent „{ $name }“ ist gescheitert: { $reason }. Versuche es erneut oder sag seinem Autor Bescheid.
    .title = Agent gescheitert
error-agent-panicked = Der Agent „{ $name }“ ist mitten in der Arbeit abgebrochen. Versuche es erneut oder sag seinem Autor Bescheid.
    .title = Agent abgebrochen
error-agent-bad_output = Der Agent „{ $name }“ hat etwas geliefert, das seine Fähigkeit „{ $capability }“ nicht vorsieht. Sag seinem Autor Bescheid.
    .title = Ungültige Ausgabe des Agenten
error-agent-timeout = Der Agent „{ $name }“ hat nicht innerhalb von { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } geantwortet. Versuche es erneut oder gib ihm mehr Zeit.
    .title = Zeitüberschreitung des Agenten
error-agent-unhealthy = Der Agent „{ $name }“ antwortet zurzeit nicht. Versuche es in { $seconds ->
        [one] { $seconds } Sekunde
       *[other] { $seconds } Sekunden
    } erneut.
    .title = Agent antwortet nicht
error-agent-busy = Der Agent „{ $name }“ hat seine Grenze von { $limit ->
        [one] { $limit } gleichzeitigem Aufruf
       *[other] { $limit } gleichzeitigen Aufrufen
    } erreicht. Versuche es gleich noch einmal.
    .title = Agent ausgelastet
error-agent-runtime_missing = Die Laufzeitumgebung „{ $runtime }“ gibt es auf diesem Server nicht. Verfügbar: { $known }.
    .title = Laufzeitumgebung fehlt
error-capability-not_offered = { $offered ->
        [none] Die Fähigkeit „{ $capability }“ wird nicht angeboten; zurzeit gibt es überhaupt keine. Aktiviere zuerst einen Agenten.
       *[other] Die Fähigkeit „{ $capability }“ wird nicht angeboten. Verfügbar: { $offered }.
    }
    .title = Fähigkeit nicht angeboten
error-routing-no_route = Kein Agent kann den Aufruf von „{ $capability }“ zurzeit annehmen: { $reasons }. Versuche es gleich noch einmal.
    .title = Kein Agent verfügbar
error-invocation-cancelled = Der Aufrufer hat die Verbindung beendet, bevor die Antwort fertig war. Wiederhole den Aufruf, falls er noch gebraucht wird.
    .title = Aufruf abgebrochen

## Records.

error-interaction-not_found = In dieser Organisation gibt es keine Interaktion { $id }. Prüfe die ID.
    .title = Interaktion nicht gefunden
error-audit-not_found = In dieser Organisation gibt es keinen Audit-Eintrag { $id }. Prüfe die ID.
    .title = Audit-Eintrag nicht gefunden
error-audit-head_not_found = Bei Größe { $size } wurde das Audit-Protokoll nicht signiert. Wähle einen Stand aus der Liste.
    .title = Signierter Stand nicht gefunden
error-audit-no_such_size = Für die Größe { $size } lässt sich am Audit-Protokoll nichts beweisen. Wähle eine Größe zwischen { $min } und { $max }.
    .title = Unbekannte Protokollgröße
error-audit-no_key = Dieser Server hat keinen Schlüssel, um das Audit-Protokoll zu signieren. Bitte den Betreiber, einen einzurichten.
    .title = Kein Signaturschlüssel
error-audit-log_changed = Das Audit-Protokoll ist nicht mehr das, das bei Größe { $size } signiert wurde. Sag dem Betreiber des Servers sofort Bescheid.
    .title = Audit-Protokoll wurde verändert
error-audit-query_too_wide = Diese Abfrage ist zu weit gefasst: Nach { $read } gelesenen Einträgen, bis Nummer { $sequence }, war die Antwort noch nicht vollständig. Grenze sie ein, zum Beispiel nach Zeit.
    .title = Abfrage zu weit gefasst
error-audit-not_sealed = Dieser Server verschlüsselt personenbezogene Daten im Audit-Protokoll nicht, deshalb lassen sie sich nicht löschen. Bitte den Betreiber, einen Schlüssel dafür einzurichten.
    .title = Löschen personenbezogener Daten nicht möglich
error-audit-subject_not_found = Im Audit-Protokoll dieser Organisation gibt es keine verschlüsselten Daten dieser Person. Prüfe die ID oder die E-Mail-Adresse.
    .title = Nichts zu löschen
error-audit-too_many_tails = Die Höchstzahl gleichzeitig mitgelesener Audit-Protokolle ist erreicht: { $max }. Beende eines davon oder versuche es später noch einmal.
    .title = Zu viele Mitleser
error-audit_view-not_found = Es gibt keine gespeicherte Ansicht { $id }, die du sehen darfst. Prüfe die ID.
    .title = Ansicht nicht gefunden
error-audit_retention-not_found = Für das Audit-Protokoll gibt es keine Aufbewahrungsregel: Seine Einträge bleiben für immer. Lege zuerst eine Regel fest.
    .title = Keine Aufbewahrungsregel
error-legal_hold-not_found = In dieser Organisation besteht keine rechtliche Sperre { $id }. Prüfe die ID.
    .title = Rechtliche Sperre nicht gefunden
error-legal_hold-stands = Es besteht eine rechtliche Sperre, daher darf nichts gelöscht werden. Lass sie zuerst aufheben.
    .title = Rechtliche Sperre besteht
error-audit_export-not_found = In dieser Organisation gibt es keinen Export { $id }. Prüfe die ID.
    .title = Export nicht gefunden
error-audit_export-not_ready = Der Export { $id } hat keine Datei (Status: { $status ->
        [queued] in der Warteschlange
        [running] in Arbeit
        [failed] gescheitert
       *[other] { $status }
    }). Sieh dir den Export an: Dort steht, wie weit er ist oder warum er gescheitert ist.
    .title = Export hat keine Datei
error-audit_export-expired = Die Datei des Exports { $id } ist abgelaufen und wurde entfernt. Fordere einen neuen Export an.
    .title = Export abgelaufen
error-audit_export-bad_range = Die Datei hat den gewünschten Teil nicht (Größe in Byte: { $bytes }). Fordere einen Teil innerhalb der Datei an.
    .title = Teil nicht vorhanden
error-audit_export-too_large = Der Export würde zu groß (Größe in Byte: mindestens { $bytes }, erlaubt: { $max }). Grenze ihn ein, zum Beispiel zeitlich.
    .title = Export zu groß
error-audit_export-too_many_records = Der Export hat zu viele Einträge für dieses Format (erlaubt: { $max }). Grenze ihn ein, zum Beispiel zeitlich, oder wähle ein anderes Format.
    .title = Zu viele Einträge
error-audit_export-too_many = Die Organisation hat ihre Grenze für Exporte erreicht (Anzahl: { $max }). Entferne zuerst einige.
    .title = Zu viele Exporte
error-audit_export-no_room = Für die Datei dieses Exports ist kein Platz (Größe in Byte: { $bytes }, frei: { $free }). Entferne andere Exporte oder bitte den Betreiber um mehr Platz.
    .title = Kein Platz für den Export
error-audit_export-storage_failed = Die Dateien der Exporte können gerade nicht gelesen oder geschrieben werden. Versuche es später noch einmal oder sag dem Betreiber des Servers Bescheid.
    .title = Export-Speicher nicht verfügbar
error-audit_export-not_offered = Dieser Server erstellt keine Exporte im Format { $format }. Wähle ein anderes Format.
    .title = Format nicht verfügbar
error-audit_export-no_font = Diesem Server fehlt eine Schriftart (Schriftsystem: { $script }). Bitte den Betreiber, das Paket { $package } zu installieren.
    .title = Schriftart fehlt

## Money.

error-money-unknown_currency = „{ $currency }“ ist kein Währungscode nach ISO 4217. Schreibe drei Großbuchstaben, zum Beispiel USD.
    .title = Unbekannte Währung
error-money-currency_mismatch = Der Betrag ist in { $found } angegeben, nicht in { $expected }. Rechne ihn zuerst um.
    .title = Falsche Währung
error-money-overflow = Das Ergebnis passt nicht in 28 Stellen. Verwende kleinere Beträge oder runde sie.
    .title = Zahl zu groß
error-money-bad_decimal = „{ $text }“ ist keine Dezimalzahl. Schreibe Ziffern mit einem Punkt, zum Beispiel 12.50.
    .title = Keine Zahl
error-money-unreadable = Der Text ist in dieser Sprache kein Betrag: Ab Zeichen { $place } ergibt er keinen Sinn mehr. Korrigiere ihn dort.
    .title = Betrag nicht lesbar
error-money-no_currency = Der Text nennt keine Währung. Schreibe sie zum Betrag, zum Beispiel USD.
    .title = Währung fehlt
error-money-ambiguous_currency = „{ $text }“ steht für mehrere Währungen. Schreibe stattdessen den Code: { $currencies }.
    .title = Mehrdeutige Währung
error-money-bad_locale = „{ $locale }“ ist kein Sprachkürzel. Schreibe eine Sprache und gegebenenfalls eine Region, zum Beispiel pt-BR.
    .title = Ungültiges Sprachkürzel
error-money-bad_rate = Ein Wechselkurs von { $from } zu { $to } kann nicht { $rate } sein. Er muss größer als null sein.
    .title = Ungültiger Wechselkurs
error-money-rate_loop = Diese Wechselkurse führen im Kreis ({ $currencies }) und ergeben dabei den Faktor { $rate }. Korrigiere einen davon.
    .title = Widersprüchliche Wechselkurse
error-money-no_rate = Für { $time } gibt es keinen Wechselkurs von { $from } zu { $to }. Lege einen fest oder einen über eine andere Währung.
    .title = Wechselkurs fehlt
error-money-stale_rate = Der Wechselkurs von { $from } zu { $to } ist { $age } h alt; erlaubt sind höchstens { $allowed } h. Importiere neue Kurse oder lass ältere zu.
    .title = Wechselkurs zu alt
error-money-bad_rates_file = Die Datei mit Wechselkursen ist in Zeile { $line } beschädigt: { $reason }. Es wurde nichts importiert. Lade sie erneut herunter.
    .title = Beschädigte Kursdatei
error-money-negative_ratio = Verhältnis { $place } ist { $ratio }. Verhältnisse dürfen nicht negativ sein.
    .title = Negatives Verhältnis
error-money-zero_ratios = Alle Verhältnisse sind null, es gibt also niemanden, auf den verteilt werden kann. Gib mindestens eines über null an.
    .title = Teilen durch null
error-money-too_many_decimals = { $amount } hat mehr Nachkommastellen als { $currency } ({ $allowed }). Runde den Betrag oder gib an, wie er gerundet werden soll.
    .title = Zu viele Nachkommastellen
## Languages and messages.

error-language-not_found = In der Sprache „{ $language }“ gibt es keine Nachrichten. Verfügbar: { $known }.
    .title = Sprache nicht verfügbar
error-message-not_found = Es gibt keine Nachricht „{ $key }“. Prüfe den Schlüssel.
    .title = Nachricht nicht gefunden
error-message_override-not_found = Die Organisation hat für die Nachricht „{ $key }“ in der Sprache „{ $language }“ keinen eigenen Text.
    .title = Eigener Text nicht gefunden
error-message_override-no_room = Die eigenen Texte der Organisation haben ihre Grenze erreicht (Anzahl: { $max }, Gesamtgröße: { $size }). Entferne zuerst einige.
    .title = Kein Platz für weitere eigene Texte

## The server and its database.

error-journal-full = Es warten mehr Aufrufe auf ihre Aufzeichnung, als Platz haben. Versuche es gleich noch einmal.
    .title = Server überlastet
error-server-full = Es sind mehr Verbindungen offen, als der Server annimmt. Versuche es gleich noch einmal.
    .title = Zu viele Verbindungen
error-hub-shutting_down = Der Server wird gerade heruntergefahren. Versuche es später erneut.
    .title = Server fährt herunter
error-store-unavailable = Die Datenbank ist nicht erreichbar oder kann nicht schreiben. Versuche es später erneut.
    .title = Datenbank nicht verfügbar
error-store-conflict = Das gibt es bereits, oder etwas anderes verweist darauf. Prüfe, was vorhanden ist, und versuche es dann erneut.
    .title = Konflikt in der Datenbank
error-store-corrupt = Die Datenbank enthält etwas, das diese Version nicht geschrieben hat: { $what }. Sag dem Betreiber des Servers Bescheid.
    .title = Beschädigte Daten
error-store-too_new = Die Datenbank hat Schema { $found }; das ist neuer als Schema { $known } dieser Version. Starte die neuere Version.
    .title = Datenbank zu neu
error-store-not_migrated = Die Datenbank hat Schema { $found } von { $known }. Führe die Migrationen aus.
    .title = Migrationen ausstehend
