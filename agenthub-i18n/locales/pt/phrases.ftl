## What stands inside of other messages: what is expected, and why something was refused. These are no sentences, so
## they begin in lower case and end without a full stop.

## What is expected of a value.

phrase-none = nenhum
phrase-text = texto
phrase-whole_number = um número inteiro
phrase-number = um número
phrase-true_or_false = true ou false
phrase-list = uma lista
phrase-object = um objeto
phrase-object_with = um objeto com o campo “{ $field }”
phrase-list_of_texts = uma lista de textos
phrase-number_or_digits = um número, ou seus dígitos como texto
phrase-number_as = um número como { $example }; veja o caractere { $position }
phrase-seconds = um número de segundos
phrase-decimals = um número com no máximo { $max ->
        [one] { $max } casa decimal
        [many] { $max } de casas decimais
       *[other] { $max } casas decimais
    }
phrase-uuid = um UUID
phrase-actor_uuid = o UUID do ator (tipo de ator: { $kind })
phrase-nothing_as_no_agent = nenhum valor, pois o ator não é um agente
phrase-time = um momento como { $example }
phrase-date = uma data como { $example }
phrase-future_time = um momento no futuro
phrase-time_after = um momento posterior a “{ $field }”
phrase-time_before_year = um momento anterior ao ano { $year }
phrase-days_before = um momento no máximo { $days ->
        [one] { $days } dia
        [many] { $days } de dias
       *[other] { $days } dias
    } antes de “{ $field }”
phrase-email = um endereço de e-mail
phrase-uri = um URI
phrase-language_tag = um código de idioma como { $example }
phrase-time_zone = um fuso horário IANA como { $example }
phrase-currency_code = um código de moeda como { $example }
phrase-no_control_characters = texto sem caracteres de controle
phrase-no_nul = texto sem caracteres NUL
phrase-program_name = uma palavra formada por a–z, 0–9 e _ que comece com uma letra e tenha no máximo { $max ->
        [one] { $max } caractere
        [many] { $max } de caracteres
       *[other] { $max } caracteres
    }
phrase-log_name = um nome sem espaços nem +, como { $example }
phrase-pattern = texto que corresponda ao padrão { $pattern }
phrase-format = texto no formato “{ $format }”
phrase-visible_ascii = de { $min } a { $max } caracteres ASCII visíveis
phrase-etag = o ETag de uma resposta, como { $example }, ou *
phrase-event_id = o ID de um evento deste fluxo
phrase-other_kind = um tipo diferente do próprio registro de auditoria

## What is expected in a query.

phrase-bytes = no máximo { $max ->
        [one] { $max } byte
        [many] { $max } de bytes
       *[other] { $max } bytes
    }
phrase-end_of_query = o fim do texto, pois nenhum parêntese está aberto
phrase-fewer_parentheses = menos parênteses aninhados
phrase-query_field = um campo: { $names }
phrase-query_term = um campo, um texto ou (
phrase-ordered_field = um campo com ordem: { $names }
phrase-closing_quote = aspas de fechamento
phrase-value = um valor
phrase-quoted_key = uma chave entre aspas duplas
phrase-no_and = nenhum AND, pois todas as condições precisam valer de qualquer forma

## Why a request cannot be read.

phrase-must_be = deve ser { $expected }
phrase-missing = esperado aqui: { $expected }
phrase-at_line = { $what } (linha { $line }, coluna { $column })
phrase-technical = “{ $text }”
phrase-unreadable = o conteúdo é ilegível
phrase-not_utf8 = não é UTF-8 válido
phrase-not_a_form = não é um formulário válido
phrase-connection_broke = a conexão foi interrompida
phrase-belongs_in_body = se o corpo for JSON, deve ficar nele
phrase-syntax = a sintaxe está incorreta
phrase-ends_early = o fim chega cedo demais
phrase-json_trailing_comma = há uma vírgula depois do último item
phrase-json_trailing = há algo depois do fim
phrase-json_control = há um caractere de controle em um texto
phrase-json_escape = há uma sequência de escape inválida em um texto
phrase-json_number = um número é inválido ou grande demais
phrase-json_depth = há níveis de aninhamento demais

## Which rule of a schema is broken.

phrase-lacks_field = falta o campo “{ $name }”
phrase-surplus_field = o campo “{ $name }” não é permitido
phrase-one_of = deve ser um dos seguintes: { $allowed }
phrase-at_least = deve ser no mínimo { $min }
phrase-at_most = deve ser no máximo { $max }
phrase-above = deve ser maior que { $min }
phrase-below = deve ser menor que { $max }
phrase-multiple_of = deve ser múltiplo de { $of }
phrase-text_too_short = o texto tem menos de { $min ->
        [one] { $min } caractere
        [many] { $min } de caracteres
       *[other] { $min } caracteres
    }
phrase-text_too_long = o texto tem mais de { $max ->
        [one] { $max } caractere
        [many] { $max } de caracteres
       *[other] { $max } caracteres
    }
phrase-list_too_short = a lista tem menos de { $min ->
        [one] { $min } item
        [many] { $min } de itens
       *[other] { $min } itens
    }
phrase-list_too_long = a lista tem mais de { $max ->
        [one] { $max } item
        [many] { $max } de itens
       *[other] { $max } itens
    }
phrase-fields_too_few = o objeto tem menos de { $min ->
        [one] { $min } campo
        [many] { $min } de campos
       *[other] { $min } campos
    }
phrase-fields_too_many = o objeto tem mais de { $max ->
        [one] { $max } campo
        [many] { $max } de campos
       *[other] { $max } campos
    }
phrase-duplicates = um item aparece mais de uma vez
phrase-forbidden = nada pode ficar aqui
phrase-no_known_form = não tem nenhuma das formas conhecidas
phrase-several_forms = corresponde a várias formas, mas só pode corresponder a uma
phrase-breaks_rule = a regra “{ $rule }” não é cumprida
phrase-reference = faz referência a { $name }, que não existe

## Why an agent gave no answer, or was not asked.

phrase-see_log = consulte o log dele
phrase-stream_ended = o fluxo dele terminou sem resposta
phrase-refused_no_runtime = sem ambiente de execução neste servidor: { $count }
phrase-refused_unhealthy = com falhas: { $count }
phrase-refused_breaker_open = em pausa após falhas: { $count }
phrase-refused_busy = ocupados: { $count }
phrase-refused_too_expensive = caros demais: { $count }
phrase-refused_too_slow = lentos demais: { $count }
phrase-refused_too_unreliable = pouco confiáveis: { $count }
phrase-refused_wrong_type = de outro tipo: { $count }
phrase-refused_excluded = excluídos: { $count }
phrase-refused_not_permitted = não permitidos para você: { $count }

## Scripts that letters belong to, for which a font may be missing. They stand by themselves, behind a colon.

phrase-script_european = latino, grego, cirílico
phrase-script_arabic = árabe
phrase-script_devanagari = devanágari
phrase-script_cjk = chinês, japonês, coreano
phrase-script_hebrew = hebraico
phrase-script_bengali = bengali
phrase-script_gurmukhi = gurmuqui
phrase-script_gujarati = guzerate
phrase-script_tamil = tâmil
phrase-script_telugu = télugo
phrase-script_kannada = canarês
phrase-script_malayalam = malaiala
phrase-script_thai = tailandês
phrase-script_georgian = georgiano

## What is wrong with a message of an organization’s own.

phrase-message_no_default = falta a uma seleção a variante que começa com *
phrase-message_braces = as chaves não correspondem
phrase-message_deep = há chaves aninhadas em mais de { $max } níveis
phrase-message_function = a função { $name } não existe
phrase-message_argument = a mensagem não recebe { $name }

## What is wrong with a file of exchange rates.

phrase-rates_document_type = um tipo de documento não tem lugar neste arquivo
phrase-rates_envelope = o arquivo não começa com “Envelope”
phrase-rates_cube = um “Cube” deve ter um dia com taxas dentro, ou uma moeda com sua taxa
phrase-rates_no_date = “{ $text }” não é uma data
phrase-rates_twice = “{ $text }” aparece mais de uma vez
phrase-rates_outside = há uma taxa fora de um dia
phrase-rates_currency = “{ $text }” não é um código de moeda da ISO 4217
phrase-rates_value = “{ $text }” não é uma taxa maior que zero
phrase-rates_none = o arquivo não contém taxas

## What is wrong with a table, or with what is asked of it.

phrase-table_no_rows = a tabela não tem linhas
phrase-table_no_column = a coluna “{ $column }” não existe; as colunas são { $columns }
phrase-table_columns = a tabela tem mais de { $max } colunas
phrase-table_cells = a tabela tem mais de { $max } células
phrase-table_row_no_object = a linha { $row } não é um objeto
phrase-table_column_no_list = a coluna “{ $column }” não é uma lista
phrase-table_uneven_row = a linha { $row } tem { $found ->
        [one] { $found } célula
        [many] { $found } de células
       *[other] { $found } células
    }, mas o cabeçalho tem { $wanted }
phrase-table_uneven_column = a coluna “{ $column }” tem { $found ->
        [one] { $found } valor
        [many] { $found } de valores
       *[other] { $found } valores
    }, mas a mais longa tem { $wanted }
phrase-table_column_twice = o cabeçalho nomeia a coluna “{ $column }” mais de uma vez
phrase-table_no_cell = linha { $row }, coluna “{ $column }”: uma célula deve ser um texto, um número, true, false ou null
phrase-table_no_number = linha { $row }, coluna “{ $column }”: { $cell } não é um número
phrase-table_large_number = linha { $row }, coluna “{ $column }”: { $cell } é um número grande demais
phrase-table_no_date = linha { $row }, coluna “{ $column }”: { $cell } não é uma data
phrase-table_mixed_dates = a coluna “{ $column }” tem datas que começam pelo dia e outras que começam pelo mês; escreva-as como { $example }
phrase-table_open_dates = coluna “{ $column }”: em nenhuma de suas datas é possível distinguir dia e mês; escreva-as como { $example } ou defina { $field } como { $values }
phrase-table_more = { $count ->
        [one] mais { $count } erro não está na lista
        [many] mais { $count } de erros não estão na lista
       *[other] mais { $count } erros não estão na lista
    }
phrase-table_empty_column = a coluna “{ $column }” não tem valor em nenhuma linha
phrase-table_no_numbers = nenhuma coluna contém números para analisar; indique uma em { $field }
phrase-table_no_customers = nenhuma coluna contém clientes; indique uma em { $field } ou escolha { $other } para k-means
phrase-table_no_dates = nenhuma coluna contém datas; indique uma em { $field } ou escolha { $other } para k-means
phrase-table_no_dated_value = nenhuma linha tem ao mesmo tempo data e valor
phrase-table_no_purchase = nenhuma linha tem cliente, data e valor
phrase-table_name_column = indique pelo menos uma coluna
phrase-table_steps = de { $from } a { $to } há { $steps } passos com o período “{ $period }”, mais de { $max }
phrase-table_groups = a coluna “{ $column }” tem { $count } valores diferentes, mais de { $max }
phrase-table_customers = há { $count } clientes para agrupar, mais de { $max }
phrase-table_few_customers = para { $wanted } grupos são necessários pelo menos outros tantos clientes diferentes; há { $found }
phrase-table_no_clusters = não há nada para agrupar
phrase-table_few_values = para procurar anomalias são necessários pelo menos { $min } valores; há menos
phrase-table_long_seasonal = anomalias sazonais são procuradas em no máximo { $max } valores; escolha outro método
phrase-table_short_seasonal = anomalias sazonais precisam de mais de dois ciclos completos; escolha outro método ou outro valor de { $field }
phrase-table_few_periods = uma previsão precisa de pelo menos { $min } períodos completos; há { $found }
phrase-table_short_series = a série é curta demais para uma previsão
