## What stands inside of other messages: what is expected, and why something was refused. These are no sentences, so
## they begin in lower case and end without a full stop.

## What is expected of a value.

phrase-none = ninguno
phrase-text = texto
phrase-whole_number = un número entero
phrase-number = un número
phrase-true_or_false = true o false
phrase-list = una lista
phrase-object = un objeto
phrase-object_with = un objeto con el campo «{ $field }»
phrase-list_of_texts = una lista de textos
phrase-number_or_digits = un número, o sus cifras como texto
phrase-number_as = un número como { $example }; mira el carácter { $position }
phrase-seconds = un número de segundos
phrase-decimals = un número con { $max ->
        [one] { $max } decimal
        [many] { $max } de decimales
       *[other] { $max } decimales
    } como máximo
phrase-uuid = un UUID
phrase-actor_uuid = el UUID del actor (tipo de actor: { $kind })
phrase-nothing_as_no_agent = ningún valor, ya que el actor no es un agente
phrase-time = un momento como { $example }
phrase-date = una fecha como { $example }
phrase-future_time = un momento futuro
phrase-time_after = un momento posterior a «{ $field }»
phrase-time_before_year = un momento anterior al año { $year }
phrase-days_before = un momento que preceda a «{ $field }» en { $days ->
        [one] { $days } día
        [many] { $days } de días
       *[other] { $days } días
    } como máximo
phrase-email = una dirección de correo electrónico
phrase-uri = un URI
phrase-language_tag = una etiqueta de idioma como { $example }
phrase-time_zone = una zona horaria IANA como { $example }
phrase-currency_code = un código de moneda como { $example }
phrase-no_control_characters = texto sin caracteres de control
phrase-no_nul = texto sin caracteres NUL
phrase-program_name = una palabra formada por a–z, 0–9 y _ que empiece por una letra y tenga como máximo { $max ->
        [one] { $max } carácter
        [many] { $max } de caracteres
       *[other] { $max } caracteres
    }
phrase-log_name = un nombre sin espacios ni +, como { $example }
phrase-pattern = texto que cumpla el patrón { $pattern }
phrase-format = texto en el formato «{ $format }»
phrase-visible_ascii = de { $min } a { $max } caracteres ASCII visibles
phrase-etag = el ETag de una respuesta, como { $example }, o *
phrase-event_id = el ID de un evento de este flujo
phrase-other_kind = un tipo distinto del propio registro de auditoría

## What is expected in a query.

phrase-bytes = { $max ->
        [one] { $max } byte
        [many] { $max } de bytes
       *[other] { $max } bytes
    } como máximo
phrase-end_of_query = el final del texto, ya que no hay ningún paréntesis abierto
phrase-fewer_parentheses = menos paréntesis anidados
phrase-query_field = un campo: { $names }
phrase-query_term = un campo, un texto o (
phrase-ordered_field = un campo con orden: { $names }
phrase-closing_quote = unas comillas de cierre
phrase-value = un valor
phrase-quoted_key = una clave entre comillas dobles
phrase-no_and = ningún AND, ya que de todos modos deben cumplirse todas las condiciones

## Why a request cannot be read.

phrase-must_be = debe ser { $expected }
phrase-missing = se esperaba { $expected }
phrase-at_line = { $what } (línea { $line }, columna { $column })
phrase-technical = «{ $text }»
phrase-unreadable = el contenido es ilegible
phrase-not_utf8 = no es UTF-8 válido
phrase-not_a_form = no es un formulario válido
phrase-connection_broke = se interrumpió la conexión
phrase-belongs_in_body = si el cuerpo es JSON, debe ir en él
phrase-syntax = la sintaxis es incorrecta
phrase-ends_early = termina antes de tiempo
phrase-json_trailing_comma = hay una coma después del último elemento
phrase-json_trailing = hay algo después del final
phrase-json_control = hay un carácter de control en un texto
phrase-json_escape = hay una secuencia de escape no válida en un texto
phrase-json_number = un número no es válido o es demasiado grande
phrase-json_depth = hay demasiados niveles de anidamiento

## Which rule of a schema is broken.

phrase-lacks_field = falta el campo «{ $name }»
phrase-surplus_field = no se admite el campo «{ $name }»
phrase-one_of = debe ser uno de los siguientes: { $allowed }
phrase-at_least = debe ser como mínimo { $min }
phrase-at_most = debe ser como máximo { $max }
phrase-above = debe ser mayor que { $min }
phrase-below = debe ser menor que { $max }
phrase-multiple_of = debe ser múltiplo de { $of }
phrase-text_too_short = el texto tiene menos de { $min ->
        [one] { $min } carácter
        [many] { $min } de caracteres
       *[other] { $min } caracteres
    }
phrase-text_too_long = el texto tiene más de { $max ->
        [one] { $max } carácter
        [many] { $max } de caracteres
       *[other] { $max } caracteres
    }
phrase-list_too_short = la lista tiene menos de { $min ->
        [one] { $min } elemento
        [many] { $min } de elementos
       *[other] { $min } elementos
    }
phrase-list_too_long = la lista tiene más de { $max ->
        [one] { $max } elemento
        [many] { $max } de elementos
       *[other] { $max } elementos
    }
phrase-fields_too_few = el objeto tiene menos de { $min ->
        [one] { $min } campo
        [many] { $min } de campos
       *[other] { $min } campos
    }
phrase-fields_too_many = el objeto tiene más de { $max ->
        [one] { $max } campo
        [many] { $max } de campos
       *[other] { $max } campos
    }
phrase-duplicates = un elemento aparece más de una vez
phrase-forbidden = aquí no puede haber nada
phrase-no_known_form = no tiene ninguna de las formas conocidas
phrase-several_forms = encaja en varias formas, pero solo puede encajar en una
phrase-breaks_rule = no cumple la regla «{ $rule }»
phrase-reference = hace referencia a { $name }, que no existe

## Why an agent gave no answer, or was not asked.

phrase-see_log = consulta su registro
phrase-stream_ended = su flujo terminó sin respuesta
phrase-refused_no_runtime = sin entorno de ejecución en este servidor: { $count }
phrase-refused_unhealthy = con fallos: { $count }
phrase-refused_breaker_open = en pausa tras varios fallos: { $count }
phrase-refused_busy = ocupados: { $count }
phrase-refused_too_expensive = demasiado caros: { $count }
phrase-refused_too_slow = demasiado lentos: { $count }
phrase-refused_too_unreliable = poco fiables: { $count }
phrase-refused_wrong_type = de otro tipo: { $count }
phrase-refused_excluded = excluidos: { $count }
phrase-refused_not_permitted = no permitidos para ti: { $count }

## Scripts that letters belong to, for which a font may be missing. They stand by themselves, behind a colon.

phrase-script_european = latino, griego, cirílico
phrase-script_arabic = árabe
phrase-script_devanagari = devanagari
phrase-script_cjk = chino, japonés, coreano
phrase-script_hebrew = hebreo
phrase-script_bengali = bengalí
phrase-script_gurmukhi = gurmuji
phrase-script_gujarati = guyaratí
phrase-script_tamil = tamil
phrase-script_telugu = telugu
phrase-script_kannada = canarés
phrase-script_malayalam = malayálam
phrase-script_thai = tailandés
phrase-script_georgian = georgiano

## What is wrong with a message of an organization’s own.

phrase-message_no_default = a una selección le falta la variante que empieza por *
phrase-message_braces = las llaves no coinciden
phrase-message_deep = hay llaves anidadas en más de { $max } niveles
phrase-message_function = no existe la función { $name }
phrase-message_argument = el mensaje no recibe { $name }

## What is wrong with a file of exchange rates.

phrase-rates_document_type = un tipo de documento no tiene cabida en este archivo
phrase-rates_envelope = el archivo no empieza por «Envelope»
phrase-rates_cube = un «Cube» debe tener o bien un día con tipos de cambio dentro, o bien una moneda con su tipo de cambio
phrase-rates_no_date = «{ $text }» no es una fecha
phrase-rates_twice = «{ $text }» aparece más de una vez
phrase-rates_outside = hay un tipo de cambio fuera de un día
phrase-rates_currency = «{ $text }» no es un código de moneda de ISO 4217
phrase-rates_value = «{ $text }» no es un tipo de cambio mayor que cero
phrase-rates_none = el archivo no contiene tipos de cambio

## What is wrong with a table, or with what is asked of it.

phrase-table_no_rows = la tabla no tiene filas
phrase-table_no_column = no existe la columna «{ $column }»; las columnas son { $columns }
phrase-table_columns = la tabla tiene más de { $max } columnas
phrase-table_cells = la tabla tiene más de { $max } celdas
phrase-table_row_no_object = la fila { $row } no es un objeto
phrase-table_column_no_list = la columna «{ $column }» no es una lista
phrase-table_uneven_row = la fila { $row } tiene { $found ->
        [one] { $found } celda
        [many] { $found } de celdas
       *[other] { $found } celdas
    } y el encabezado { $wanted }
phrase-table_uneven_column = la columna «{ $column }» tiene { $found ->
        [one] { $found } valor
        [many] { $found } de valores
       *[other] { $found } valores
    } y la más larga { $wanted }
phrase-table_column_twice = el encabezado nombra la columna «{ $column }» más de una vez
phrase-table_no_cell = fila { $row }, columna «{ $column }»: una celda debe ser un texto, un número, true, false o null
phrase-table_no_number = fila { $row }, columna «{ $column }»: { $cell } no es un número
phrase-table_large_number = fila { $row }, columna «{ $column }»: { $cell } es un número demasiado grande
phrase-table_no_date = fila { $row }, columna «{ $column }»: { $cell } no es una fecha
phrase-table_mixed_dates = la columna «{ $column }» tiene fechas que empiezan por el día y otras que empiezan por el mes; escríbelas como { $example }
phrase-table_open_dates = columna «{ $column }»: en ninguna de sus fechas se distinguen el día y el mes; escríbelas como { $example } o da a { $field } el valor { $values }
phrase-table_more = { $count ->
        [one] hay { $count } error más que no se indica
        [many] hay { $count } de errores más que no se indican
       *[other] hay { $count } errores más que no se indican
    }
phrase-table_empty_column = la columna «{ $column }» no tiene ningún valor en ninguna fila
phrase-table_no_numbers = ninguna columna contiene números que analizar; indica una en { $field }
phrase-table_no_customers = ninguna columna contiene clientes; indica una en { $field } o elige { $other } para k-means
phrase-table_no_dates = ninguna columna contiene fechas; indica una en { $field } o elige { $other } para k-means
phrase-table_no_dated_value = ninguna fila tiene a la vez fecha y valor
phrase-table_no_purchase = ninguna fila tiene cliente, fecha y valor
phrase-table_name_column = indica al menos una columna
phrase-table_steps = de { $from } a { $to } hay { $steps } pasos con el período «{ $period }», más de { $max }
phrase-table_groups = la columna «{ $column }» tiene { $count } valores distintos, más de { $max }
phrase-table_customers = hay { $count } clientes que agrupar, más de { $max }
phrase-table_few_customers = para { $wanted } grupos se necesitan al menos otros tantos clientes distintos; hay { $found }
phrase-table_no_clusters = no hay nada que agrupar
phrase-table_few_values = para buscar anomalías se necesitan al menos { $min } valores; hay menos
phrase-table_long_seasonal = las anomalías estacionales se buscan en { $max } valores como máximo; elige otro método
phrase-table_short_seasonal = las anomalías estacionales necesitan más de dos ciclos completos; elige otro método u otro valor de { $field }
phrase-table_few_periods = una previsión necesita al menos { $min } períodos completos; hay { $found }
phrase-table_short_series = la serie es demasiado corta para hacer una previsión
