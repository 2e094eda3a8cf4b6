## What stands inside of other messages: what is expected, and why something was refused. These are no sentences, so
## they begin in lower case and end without a full stop.

## What is expected of a value.

phrase-none = нет
phrase-text = текст
phrase-whole_number = целое число
phrase-number = число
phrase-true_or_false = true или false
phrase-list = список
phrase-object = объект
phrase-object_with = объект с полем «{ $field }»
phrase-list_of_texts = список текстов
phrase-number_or_digits = число или его цифры в виде текста
phrase-number_as = число вида { $example }; проверьте символ { $position }
phrase-seconds = количество секунд
phrase-decimals = число, в котором не более { $max ->
        [one] { $max } знака
        [few] { $max } знаков
        [many] { $max } знаков
       *[other] { $max } знака
    } после запятой
phrase-uuid = UUID
phrase-actor_uuid = UUID действующего лица (его тип: { $kind })
phrase-nothing_as_no_agent = отсутствие значения, так как действующее лицо не агент
phrase-time = время вида { $example }
phrase-date = дата вида { $example }
phrase-future_time = время в будущем
phrase-time_after = время позже «{ $field }»
phrase-time_before_year = время до { $year } года
phrase-days_before = время не более чем за { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    } до «{ $field }»
phrase-email = адрес электронной почты
phrase-uri = URI
phrase-language_tag = код языка вида { $example }
phrase-time_zone = часовой пояс IANA вида { $example }
phrase-currency_code = код валюты вида { $example }
phrase-no_control_characters = текст без управляющих символов
phrase-no_nul = текст без символов NUL
phrase-program_name = слово из символов a–z, 0–9 и _, которое начинается с буквы и содержит не более { $max ->
        [one] { $max } символа
        [few] { $max } символов
        [many] { $max } символов
       *[other] { $max } символа
    }
phrase-log_name = имя без пробелов и знака +, например { $example }
phrase-pattern = текст, соответствующий шаблону { $pattern }
phrase-format = текст в формате «{ $format }»
phrase-visible_ascii = видимые символы ASCII в количестве от { $min } до { $max }
phrase-etag = ETag одного из ответов, например { $example }, или *
phrase-event_id = идентификатор события этого потока
phrase-other_kind = тип, отличный от самого журнала аудита

## What is expected in a query.

phrase-bytes = не более { $max ->
        [one] { $max } байта
        [few] { $max } байт
        [many] { $max } байт
       *[other] { $max } байта
    }
phrase-end_of_query = конец текста, так как открытых скобок нет
phrase-fewer_parentheses = меньше вложенных скобок
phrase-query_field = поле: { $names }
phrase-query_term = поле, текст или (
phrase-ordered_field = поле, значения которого упорядочены: { $names }
phrase-closing_quote = закрывающая кавычка
phrase-value = значение
phrase-quoted_key = ключ в двойных кавычках
phrase-no_and = отсутствие AND, так как и без него должны выполняться все условия

## Why a request cannot be read.

phrase-must_be = ожидается { $expected }
phrase-missing = здесь ожидается { $expected }
phrase-at_line = { $what } (строка { $line }, столбец { $column })
phrase-technical = «{ $text }»
phrase-unreadable = содержимое не читается
phrase-not_utf8 = это не UTF-8
phrase-not_a_form = это не форма
phrase-connection_broke = соединение прервалось
phrase-belongs_in_body = если тело запроса — JSON, его место в теле
phrase-syntax = неверный синтаксис
phrase-ends_early = конец наступает слишком рано
phrase-json_trailing_comma = после последнего элемента стоит запятая
phrase-json_trailing = после конца ещё что-то есть
phrase-json_control = в тексте есть управляющий символ
phrase-json_escape = в тексте есть недопустимая escape-последовательность
phrase-json_number = число недопустимо или слишком велико
phrase-json_depth = слишком глубокая вложенность

## Which rule of a schema is broken.

phrase-lacks_field = отсутствует поле «{ $name }»
phrase-surplus_field = поле «{ $name }» недопустимо
phrase-one_of = значение должно быть одним из следующих: { $allowed }
phrase-at_least = значение должно быть не меньше { $min }
phrase-at_most = значение должно быть не больше { $max }
phrase-above = значение должно быть больше { $min }
phrase-below = значение должно быть меньше { $max }
phrase-multiple_of = значение должно быть кратно { $of }
phrase-text_too_short = в тексте менее { $min ->
        [one] { $min } символа
        [few] { $min } символов
        [many] { $min } символов
       *[other] { $min } символа
    }
phrase-text_too_long = в тексте более { $max ->
        [one] { $max } символа
        [few] { $max } символов
        [many] { $max } символов
       *[other] { $max } символа
    }
phrase-list_too_short = в списке менее { $min ->
        [one] { $min } элемента
        [few] { $min } элементов
        [many] { $min } элементов
       *[other] { $min } элемента
    }
phrase-list_too_long = в списке более { $max ->
        [one] { $max } элемента
        [few] { $max } элементов
        [many] { $max } элементов
       *[other] { $max } элемента
    }
phrase-fields_too_few = в объекте менее { $min ->
        [one] { $min } поля
        [few] { $min } полей
        [many] { $min } полей
       *[other] { $min } поля
    }
phrase-fields_too_many = в объекте более { $max ->
        [one] { $max } поля
        [few] { $max } полей
        [many] { $max } полей
       *[other] { $max } поля
    }
phrase-duplicates = один из элементов повторяется
phrase-forbidden = здесь ничего не должно быть
phrase-no_known_form = значение не имеет ни одного из известных видов
phrase-several_forms = значение подходит под несколько видов, а должно подходить только под один
phrase-breaks_rule = нарушено правило «{ $rule }»
phrase-reference = ссылка на { $name } никуда не ведёт

## Why an agent gave no answer, or was not asked.

phrase-see_log = подробности — в его журнале
phrase-stream_ended = его поток закончился без ответа
phrase-refused_no_runtime = без среды выполнения на этом сервере: { $count }
phrase-refused_unhealthy = неисправны: { $count }
phrase-refused_breaker_open = на паузе после сбоев: { $count }
phrase-refused_busy = заняты: { $count }
phrase-refused_too_expensive = слишком дорогие: { $count }
phrase-refused_too_slow = слишком медленные: { $count }
phrase-refused_too_unreliable = слишком ненадёжные: { $count }
phrase-refused_wrong_type = другого типа: { $count }
phrase-refused_excluded = исключены: { $count }
phrase-refused_not_permitted = не разрешены вам: { $count }

## Scripts that letters belong to, for which a font may be missing. They stand by themselves, behind a colon.

phrase-script_european = латиница, греческая, кириллица
phrase-script_arabic = арабская
phrase-script_devanagari = деванагари
phrase-script_cjk = китайская, японская, корейская
phrase-script_hebrew = еврейская
phrase-script_bengali = бенгальская
phrase-script_gurmukhi = гурмукхи
phrase-script_gujarati = гуджарати
phrase-script_tamil = тамильская
phrase-script_telugu = телугу
phrase-script_kannada = каннада
phrase-script_malayalam = малаялам
phrase-script_thai = тайская
phrase-script_georgian = грузинская

## What is wrong with a message of an organization’s own.

phrase-message_no_default = при выборе нет варианта, который начинается с *
phrase-message_braces = фигурные скобки не согласованы
phrase-message_deep = вложенность фигурных скобок больше { $max }
phrase-message_function = функции { $name } не существует
phrase-message_argument = сообщение не получает { $name }

## What is wrong with a file of exchange rates.

phrase-rates_document_type = типу документа не место в этом файле
phrase-rates_envelope = файл не начинается с «Envelope»
phrase-rates_cube = в «Cube» должен быть либо день с курсами внутри, либо валюта с её курсом
phrase-rates_no_date = «{ $text }» — не дата
phrase-rates_twice = «{ $text }» повторяется
phrase-rates_outside = курс стоит вне дня
phrase-rates_currency = «{ $text }» — не код валюты по ISO 4217
phrase-rates_value = «{ $text }» — не курс больше нуля
phrase-rates_none = в файле нет курсов

## What is wrong with a table, or with what is asked of it.

phrase-table_no_rows = в таблице нет строк
phrase-table_no_column = столбца «{ $column }» нет; есть столбцы { $columns }
phrase-table_columns = число столбцов в таблице больше { $max }
phrase-table_cells = число ячеек в таблице больше { $max }
phrase-table_row_no_object = строка { $row } — не объект
phrase-table_column_no_list = столбец «{ $column }» — не список
phrase-table_uneven_row = в строке { $row } { $found ->
        [one] { $found } ячейка
        [few] { $found } ячейки
        [many] { $found } ячеек
       *[other] { $found } ячейки
    }, а в заголовке { $wanted }
phrase-table_uneven_column = в столбце «{ $column }» { $found ->
        [one] { $found } значение
        [few] { $found } значения
        [many] { $found } значений
       *[other] { $found } значения
    }, а в самом длинном { $wanted }
phrase-table_column_twice = столбец «{ $column }» назван в заголовке несколько раз
phrase-table_no_cell = строка { $row }, столбец «{ $column }»: в ячейке должен быть текст, число, true, false или null
phrase-table_no_number = строка { $row }, столбец «{ $column }»: { $cell } — не число
phrase-table_large_number = строка { $row }, столбец «{ $column }»: { $cell } — слишком большое число
phrase-table_no_date = строка { $row }, столбец «{ $column }»: { $cell } — не дата
phrase-table_mixed_dates = в столбце «{ $column }» одни даты начинаются с дня, а другие с месяца; пишите их в виде { $example }
phrase-table_open_dates = столбец «{ $column }»: ни в одной дате нельзя отличить день от месяца; пишите их в виде { $example } или укажите в { $field } значение { $values }
phrase-table_more = { $count ->
        [one] ещё { $count } ошибка не показана
        [few] ещё { $count } ошибки не показаны
        [many] ещё { $count } ошибок не показаны
       *[other] ещё { $count } ошибки не показаны
    }
phrase-table_empty_column = в столбце «{ $column }» нет значений ни в одной строке
phrase-table_no_numbers = ни в одном столбце нет чисел для анализа; укажите столбец в { $field }
phrase-table_no_customers = ни в одном столбце нет клиентов; укажите столбец в { $field } или выберите { $other } для метода k-средних
phrase-table_no_dates = ни в одном столбце нет дат; укажите столбец в { $field } или выберите { $other } для метода k-средних
phrase-table_no_dated_value = ни в одной строке нет одновременно даты и значения
phrase-table_no_purchase = ни в одной строке нет клиента, даты и значения
phrase-table_name_column = укажите хотя бы один столбец
phrase-table_steps = число шагов с { $from } по { $to } при периоде «{ $period }» — { $steps }, это больше { $max }
phrase-table_groups = число разных значений в столбце «{ $column }» — { $count }, это больше { $max }
phrase-table_customers = число клиентов для группировки — { $count }, это больше { $max }
phrase-table_few_customers = чтобы получить групп: { $wanted }, нужно не меньше разных клиентов; сейчас их { $found }
phrase-table_no_clusters = группировать нечего
phrase-table_few_values = для поиска аномалий нужно не менее { $min } значений; их меньше
phrase-table_long_seasonal = сезонные аномалии ищутся не более чем в { $max } значениях; выберите другой метод
phrase-table_short_seasonal = для сезонных аномалий нужно более двух полных циклов; выберите другой метод или другое значение { $field }
phrase-table_few_periods = для прогноза нужно не менее { $min } полных периодов; сейчас их { $found }
phrase-table_short_series = ряд слишком короток для прогноза
