## What stands inside of other messages: what is expected, and why something was refused. These are no sentences, so
## they begin in lower case and end without a full stop.

## What is expected of a value.

phrase-none = aucun
phrase-text = du texte
phrase-whole_number = un nombre entier
phrase-number = un nombre
phrase-true_or_false = true ou false
phrase-list = une liste
phrase-object = un objet
phrase-object_with = un objet avec le champ « { $field } »
phrase-list_of_texts = une liste de textes
phrase-number_or_digits = un nombre, ou ses chiffres sous forme de texte
phrase-number_as = un nombre tel que { $example } ; voyez le caractère { $position }
phrase-seconds = un nombre de secondes
phrase-decimals = un nombre avec au plus { $max ->
        [one] { $max } décimale
        [many] { $max } de décimales
       *[other] { $max } décimales
    }
phrase-uuid = un UUID
phrase-actor_uuid = l’UUID de l’acteur (type d’acteur : { $kind })
phrase-nothing_as_no_agent = aucune valeur, car l’acteur n’est pas un agent
phrase-time = un instant tel que { $example }
phrase-date = une date telle que { $example }
phrase-future_time = un instant à venir
phrase-time_after = un instant postérieur à « { $field } »
phrase-time_before_year = un instant antérieur à l’an { $year }
phrase-days_before = un instant précédant « { $field } » d’au plus { $days ->
        [one] { $days } jour
        [many] { $days } de jours
       *[other] { $days } jours
    }
phrase-email = une adresse e-mail
phrase-uri = un URI
phrase-language_tag = une étiquette de langue telle que { $example }
phrase-time_zone = un fuseau horaire IANA tel que { $example }
phrase-currency_code = un code de devise tel que { $example }
phrase-no_control_characters = du texte sans caractères de contrôle
phrase-no_nul = du texte sans caractères NUL
phrase-program_name = un mot composé de a–z, 0–9 et _ qui commence par une lettre et comporte au plus { $max ->
        [one] { $max } caractère
        [many] { $max } de caractères
       *[other] { $max } caractères
    }
phrase-log_name = un nom sans espaces ni +, tel que { $example }
phrase-pattern = du texte conforme au motif { $pattern }
phrase-format = du texte au format « { $format } »
phrase-visible_ascii = de { $min } à { $max } caractères ASCII visibles
phrase-etag = l’ETag d’une réponse, tel que { $example }, ou *
phrase-event_id = l’identifiant d’un événement de ce flux
phrase-other_kind = un type autre que le journal d’audit lui-même

## What is expected in a query.

phrase-bytes = au plus { $max ->
        [one] { $max } octet
        [many] { $max } d’octets
       *[other] { $max } octets
    }
phrase-end_of_query = la fin du texte, car aucune parenthèse n’est ouverte
phrase-fewer_parentheses = moins de parenthèses imbriquées
phrase-query_field = un champ : { $names }
phrase-query_term = un champ, un texte ou (
phrase-ordered_field = un champ ordonné : { $names }
phrase-closing_quote = un guillemet fermant
phrase-value = une valeur
phrase-quoted_key = une clé entre guillemets doubles
phrase-no_and = pas de AND, car toutes les conditions doivent être remplies de toute façon

## Why a request cannot be read.

phrase-must_be = attendu : { $expected }
phrase-missing = attendu à cet endroit : { $expected }
phrase-at_line = { $what } (ligne { $line }, colonne { $column })
phrase-technical = « { $text } »
phrase-unreadable = le contenu est illisible
phrase-not_utf8 = ce n’est pas de l’UTF-8 valide
phrase-not_a_form = ce n’est pas un formulaire valide
phrase-connection_broke = la connexion a été interrompue
phrase-belongs_in_body = si le corps est en JSON, sa place est dans le corps
phrase-syntax = la syntaxe est incorrecte
phrase-ends_early = la fin arrive trop tôt
phrase-json_trailing_comma = une virgule suit le dernier élément
phrase-json_trailing = quelque chose suit la fin
phrase-json_control = un texte contient un caractère de contrôle
phrase-json_escape = un texte contient une séquence d’échappement non valide
phrase-json_number = un nombre est non valide ou trop grand
phrase-json_depth = l’imbrication est trop profonde

## Which rule of a schema is broken.

phrase-lacks_field = le champ « { $name } » manque
phrase-surplus_field = le champ « { $name } » n’est pas admis
phrase-one_of = la valeur doit être l’une des suivantes : { $allowed }
phrase-at_least = la valeur doit être au moins { $min }
phrase-at_most = la valeur doit être au plus { $max }
phrase-above = la valeur doit être supérieure à { $min }
phrase-below = la valeur doit être inférieure à { $max }
phrase-multiple_of = la valeur doit être un multiple de { $of }
phrase-text_too_short = le texte comporte moins de { $min ->
        [one] { $min } caractère
        [many] { $min } de caractères
       *[other] { $min } caractères
    }
phrase-text_too_long = le texte comporte plus de { $max ->
        [one] { $max } caractère
        [many] { $max } de caractères
       *[other] { $max } caractères
    }
phrase-list_too_short = la liste comporte moins de { $min ->
        [one] { $min } élément
        [many] { $min } d’éléments
       *[other] { $min } éléments
    }
phrase-list_too_long = la liste comporte plus de { $max ->
        [one] { $max } élément
        [many] { $max } d’éléments
       *[other] { $max } éléments
    }
phrase-fields_too_few = l’objet comporte moins de { $min ->
        [one] { $min } champ
        [many] { $min } de champs
       *[other] { $min } champs
    }
phrase-fields_too_many = l’objet comporte plus de { $max ->
        [one] { $max } champ
        [many] { $max } de champs
       *[other] { $max } champs
    }
phrase-duplicates = un élément est présent plusieurs fois
phrase-forbidden = rien ne doit se trouver ici
phrase-no_known_form = la valeur n’a aucune des formes connues
phrase-several_forms = la valeur correspond à plusieurs formes, alors qu’une seule est permise
phrase-breaks_rule = la règle « { $rule } » n’est pas respectée
phrase-reference = une référence mène à { $name }, qui n’existe pas

## Why an agent gave no answer, or was not asked.

phrase-see_log = consultez son journal
phrase-stream_ended = son flux s’est terminé sans réponse
phrase-refused_no_runtime = sans environnement d’exécution sur ce serveur : { $count }
phrase-refused_unhealthy = défaillants : { $count }
phrase-refused_breaker_open = en pause après des erreurs : { $count }
phrase-refused_busy = occupés : { $count }
phrase-refused_too_expensive = trop chers : { $count }
phrase-refused_too_slow = trop lents : { $count }
phrase-refused_too_unreliable = trop peu fiables : { $count }
phrase-refused_wrong_type = d’un autre type : { $count }
phrase-refused_excluded = exclus : { $count }
phrase-refused_not_permitted = non autorisés pour vous : { $count }

## Scripts that letters belong to, for which a font may be missing. They stand by themselves, behind a colon.

phrase-script_european = latin, grec, cyrillique
phrase-script_arabic = arabe
phrase-script_devanagari = dévanagari
phrase-script_cjk = chinois, japonais, coréen
phrase-script_hebrew = hébreu
phrase-script_bengali = bengali
phrase-script_gurmukhi = gourmoukhî
phrase-script_gujarati = goudjarâtî
phrase-script_tamil = tamoul
phrase-script_telugu = télougou
phrase-script_kannada = kannara
phrase-script_malayalam = malayalam
phrase-script_thai = thaï
phrase-script_georgian = géorgien

## What is wrong with a message of an organization’s own.

phrase-message_no_default = il manque à un choix la variante qui commence par *
phrase-message_braces = les accolades ne se correspondent pas
phrase-message_deep = des accolades sont imbriquées sur plus de { $max } niveaux
phrase-message_function = la fonction { $name } n’existe pas
phrase-message_argument = le message ne reçoit pas { $name }

## What is wrong with a file of exchange rates.

phrase-rates_document_type = un type de document n’a pas sa place dans ce fichier
phrase-rates_envelope = le fichier ne commence pas par « Envelope »
phrase-rates_cube = un « Cube » doit avoir soit un jour contenant des taux, soit une devise avec son taux
phrase-rates_no_date = « { $text } » n’est pas une date
phrase-rates_twice = « { $text } » est présent plusieurs fois
phrase-rates_outside = un taux se trouve hors d’un jour
phrase-rates_currency = « { $text } » n’est pas un code de devise ISO 4217
phrase-rates_value = « { $text } » n’est pas un taux supérieur à zéro
phrase-rates_none = le fichier ne contient aucun taux

## What is wrong with a table, or with what is asked of it.

phrase-table_no_rows = le tableau n’a aucune ligne
phrase-table_no_column = la colonne « { $column } » n’existe pas ; les colonnes sont { $columns }
phrase-table_columns = le tableau a plus de { $max } colonnes
phrase-table_cells = le tableau a plus de { $max } cellules
phrase-table_row_no_object = la ligne { $row } n’est pas un objet
phrase-table_column_no_list = la colonne « { $column } » n’est pas une liste
phrase-table_uneven_row = la ligne { $row } a { $found ->
        [one] { $found } cellule
        [many] { $found } de cellules
       *[other] { $found } cellules
    }, mais l’en-tête en a { $wanted }
phrase-table_uneven_column = la colonne « { $column } » a { $found ->
        [one] { $found } valeur
        [many] { $found } de valeurs
       *[other] { $found } valeurs
    }, mais la plus longue en a { $wanted }
phrase-table_column_twice = l’en-tête nomme plusieurs fois la colonne « { $column } »
phrase-table_no_cell = ligne { $row }, colonne « { $column } » : une cellule doit être un texte, un nombre, true, false ou null
phrase-table_no_number = ligne { $row }, colonne « { $column } » : { $cell } n’est pas un nombre
phrase-table_large_number = ligne { $row }, colonne « { $column } » : { $cell } est un nombre trop grand
phrase-table_no_date = ligne { $row }, colonne « { $column } » : { $cell } n’est pas une date
phrase-table_mixed_dates = la colonne « { $column } » contient des dates commençant par le jour et d’autres par le mois ; écrivez-les comme { $example }
phrase-table_open_dates = colonne « { $column } » : le jour et le mois ne se distinguent dans aucune de ses dates ; écrivez-les comme { $example } ou donnez à { $field } la valeur { $values }
phrase-table_more = { $count ->
        [one] { $count } autre erreur n’est pas indiquée
        [many] { $count } d’autres erreurs ne sont pas indiquées
       *[other] { $count } autres erreurs ne sont pas indiquées
    }
phrase-table_empty_column = la colonne « { $column } » n’a de valeur dans aucune ligne
phrase-table_no_numbers = aucune colonne ne contient de nombres à analyser ; indiquez-en une dans { $field }
phrase-table_no_customers = aucune colonne ne contient de clients ; indiquez-en une dans { $field } ou choisissez { $other } pour k-means
phrase-table_no_dates = aucune colonne ne contient de dates ; indiquez-en une dans { $field } ou choisissez { $other } pour k-means
phrase-table_no_dated_value = aucune ligne n’a à la fois une date et une valeur
phrase-table_no_purchase = aucune ligne n’a un client, une date et une valeur
phrase-table_name_column = indiquez au moins une colonne
phrase-table_steps = de { $from } à { $to }, il y a { $steps } pas avec la période « { $period } », plus que { $max }
phrase-table_groups = la colonne « { $column } » a { $count } valeurs différentes, plus que { $max }
phrase-table_customers = il y a { $count } clients à regrouper, plus que { $max }
phrase-table_few_customers = pour { $wanted } groupes, il faut au moins autant de clients différents ; il y en a { $found }
phrase-table_no_clusters = il n’y a rien à regrouper
phrase-table_few_values = pour chercher des anomalies, il faut au moins { $min } valeurs ; il y en a moins
phrase-table_long_seasonal = les anomalies saisonnières sont cherchées dans { $max } valeurs au plus ; choisissez une autre méthode
phrase-table_short_seasonal = les anomalies saisonnières demandent plus de deux cycles complets ; choisissez une autre méthode ou une autre valeur de { $field }
phrase-table_few_periods = une prévision demande au moins { $min } périodes complètes ; il y en a { $found }
phrase-table_short_series = la série est trop courte pour une prévision
