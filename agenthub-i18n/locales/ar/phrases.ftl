## What stands inside of other messages: what is expected, and why something was refused. These are no sentences, so
## they begin in lower case and end without a full stop.

## What is expected of a value.

phrase-none = لا شيء
phrase-text = نص
phrase-whole_number = عدد صحيح
phrase-number = عدد
phrase-true_or_false = true أو false
phrase-list = قائمة
phrase-object = كائن
phrase-object_with = كائن يحتوي على الحقل «{ $field }»
phrase-list_of_texts = قائمة نصوص
phrase-number_or_digits = عدد، أو أرقامه مكتوبة كنص
phrase-number_as = عدد مثل { $example }؛ تحقق من الحرف رقم { $position }
phrase-seconds = عدد من الثواني
phrase-decimals = عدد لا تزيد منازله العشرية على { $max ->
        [zero] { $max } منزلة عشرية
        [one] منزلة عشرية واحدة
        [two] منزلتين عشريتين
        [few] { $max } منازل عشرية
        [many] { $max } منزلة عشرية
       *[other] { $max } منزلة عشرية
    }
phrase-uuid = معرّف UUID
phrase-actor_uuid = معرّف UUID للفاعل (نوع الفاعل: { $kind })
phrase-nothing_as_no_agent = عدم ذكر أي قيمة، لأن الفاعل ليس وكيلًا
phrase-time = وقت مثل { $example }
phrase-date = تاريخ مثل { $example }
phrase-future_time = وقت في المستقبل
phrase-time_after = وقت بعد «{ $field }»
phrase-time_before_year = وقت قبل سنة { $year }
phrase-days_before = وقت لا يسبق «{ $field }» بأكثر من { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }
phrase-email = عنوان بريد إلكتروني
phrase-uri = معرّف URI
phrase-language_tag = رمز لغة مثل { $example }
phrase-time_zone = منطقة زمنية من IANA مثل { $example }
phrase-currency_code = رمز عملة مثل { $example }
phrase-no_control_characters = نص بلا محارف تحكم
phrase-no_nul = نص بلا محارف NUL
phrase-program_name = كلمة من a–z و0–9 و_ تبدأ بحرف ولا تزيد على { $max ->
        [zero] { $max } حرف
        [one] حرف واحد
        [two] حرفين
        [few] { $max } أحرف
        [many] { $max } حرفًا
       *[other] { $max } حرف
    }
phrase-log_name = اسم بلا مسافات ولا +، مثل { $example }
phrase-pattern = نص يطابق النمط { $pattern }
phrase-format = نص بالصيغة «{ $format }»
phrase-visible_ascii = محارف ASCII مرئية عددها من { $min } إلى { $max }
phrase-etag = قيمة ETag لأحد الردود، مثل { $example }، أو *
phrase-event_id = معرّف أحد أحداث هذا التدفق
phrase-other_kind = نوع غير سجل التدقيق نفسه

## What is expected in a query.

phrase-bytes = ما لا يزيد على { $max ->
        [zero] { $max } بايت
        [one] بايت واحد
        [two] بايتين
        [few] { $max } بايتات
        [many] { $max } بايتًا
       *[other] { $max } بايت
    }
phrase-end_of_query = نهاية النص، إذ لا يوجد قوس مفتوح
phrase-fewer_parentheses = عدد أقل من الأقواس المتداخلة
phrase-query_field = حقل: { $names }
phrase-query_term = حقل أو نص أو (
phrase-ordered_field = حقل له ترتيب: { $names }
phrase-closing_quote = علامة اقتباس للإغلاق
phrase-value = قيمة
phrase-quoted_key = مفتاح بين علامتي اقتباس مزدوجتين
phrase-no_and = عدم كتابة AND، إذ يجب أن تتحقق كل الشروط على أي حال

## Why a request cannot be read.

phrase-must_be = المتوقع: { $expected }
phrase-missing = المتوقع هنا: { $expected }
phrase-at_line = { $what } (السطر { $line }، العمود { $column })
phrase-technical = «{ $text }»
phrase-unreadable = المحتوى غير مقروء
phrase-not_utf8 = ليس UTF-8 صالحًا
phrase-not_a_form = ليس نموذجًا صالحًا
phrase-connection_broke = انقطع الاتصال
phrase-belongs_in_body = موضعه داخل محتوى الطلب إذا كان المحتوى JSON
phrase-syntax = الصياغة غير صحيحة
phrase-ends_early = جاءت النهاية قبل أوانها
phrase-json_trailing_comma = توجد فاصلة بعد العنصر الأخير
phrase-json_trailing = يوجد شيء بعد النهاية
phrase-json_control = يوجد محرف تحكم داخل نص
phrase-json_escape = يوجد تسلسل هروب غير صالح داخل نص
phrase-json_number = يوجد عدد غير صالح أو كبير جدًا
phrase-json_depth = التداخل عميق جدًا

## Which rule of a schema is broken.

phrase-lacks_field = الحقل «{ $name }» مفقود
phrase-surplus_field = الحقل «{ $name }» غير مسموح به
phrase-one_of = يجب أن تكون القيمة إحدى القيم التالية: { $allowed }
phrase-at_least = يجب ألا تقل القيمة عن { $min }
phrase-at_most = يجب ألا تزيد القيمة على { $max }
phrase-above = يجب أن تكون القيمة أكبر من { $min }
phrase-below = يجب أن تكون القيمة أصغر من { $max }
phrase-multiple_of = يجب أن تكون القيمة من مضاعفات { $of }
phrase-text_too_short = النص أقصر من { $min ->
        [zero] { $min } حرف
        [one] حرف واحد
        [two] حرفين
        [few] { $min } أحرف
        [many] { $min } حرفًا
       *[other] { $min } حرف
    }
phrase-text_too_long = النص أطول من { $max ->
        [zero] { $max } حرف
        [one] حرف واحد
        [two] حرفين
        [few] { $max } أحرف
        [many] { $max } حرفًا
       *[other] { $max } حرف
    }
phrase-list_too_short = في القائمة أقل من { $min ->
        [zero] { $min } عنصر
        [one] عنصر واحد
        [two] عنصرين
        [few] { $min } عناصر
        [many] { $min } عنصرًا
       *[other] { $min } عنصر
    }
phrase-list_too_long = في القائمة أكثر من { $max ->
        [zero] { $max } عنصر
        [one] عنصر واحد
        [two] عنصرين
        [few] { $max } عناصر
        [many] { $max } عنصرًا
       *[other] { $max } عنصر
    }
phrase-fields_too_few = في الكائن أقل من { $min ->
        [zero] { $min } حقل
        [one] حقل واحد
        [two] حقلين
        [few] { $min } حقول
        [many] { $min } حقلًا
       *[other] { $min } حقل
    }
phrase-fields_too_many = في الكائن أكثر من { $max ->
        [zero] { $max } حقل
        [one] حقل واحد
        [two] حقلين
        [few] { $max } حقول
        [many] { $max } حقلًا
       *[other] { $max } حقل
    }
phrase-duplicates = يتكرر أحد العناصر
phrase-forbidden = لا يجوز أن يوجد شيء هنا
phrase-no_known_form = لا تطابق القيمة أيًا من الأشكال المعروفة
phrase-several_forms = تطابق القيمة عدة أشكال، ويجب أن تطابق شكلًا واحدًا فقط
phrase-breaks_rule = القاعدة «{ $rule }» غير محققة
phrase-reference = توجد إشارة إلى { $name }، وهو غير موجود

## Why an agent gave no answer, or was not asked.

phrase-see_log = راجع سجله
phrase-stream_ended = انتهى تدفقه دون رد
phrase-refused_no_runtime = بلا بيئة تشغيل على هذا الخادم: { $count }
phrase-refused_unhealthy = معطّل: { $count }
phrase-refused_breaker_open = متوقف مؤقتًا بعد أعطال: { $count }
phrase-refused_busy = مشغول: { $count }
phrase-refused_too_expensive = مكلف جدًا: { $count }
phrase-refused_too_slow = بطيء جدًا: { $count }
phrase-refused_too_unreliable = قليل الموثوقية: { $count }
phrase-refused_wrong_type = من نوع آخر: { $count }
phrase-refused_excluded = مستبعد: { $count }
phrase-refused_not_permitted = غير مسموح لك به: { $count }

## Scripts that letters belong to, for which a font may be missing. They stand by themselves, behind a colon.

phrase-script_european = اللاتينية، اليونانية، السيريلية
phrase-script_arabic = العربية
phrase-script_devanagari = الديفاناغارية
phrase-script_cjk = الصينية، اليابانية، الكورية
phrase-script_hebrew = العبرية
phrase-script_bengali = البنغالية
phrase-script_gurmukhi = الغورموخية
phrase-script_gujarati = الغوجاراتية
phrase-script_tamil = التاميلية
phrase-script_telugu = التيلوغوية
phrase-script_kannada = الكانادية
phrase-script_malayalam = المالايالامية
phrase-script_thai = التايلاندية
phrase-script_georgian = الجورجية

## What is wrong with a message of an organization’s own.

phrase-message_no_default = في أحد الاختيارات لا يوجد البديل الذي يبدأ بـ *
phrase-message_braces = الأقواس المعقوفة غير متطابقة
phrase-message_deep = الأقواس المعقوفة متداخلة لأكثر من { $max } مستوى
phrase-message_function = لا توجد دالة باسم { $name }
phrase-message_argument = لا تتلقى هذه الرسالة { $name }

## What is wrong with a file of exchange rates.

phrase-rates_document_type = لا مكان لنوع المستند في هذا الملف
phrase-rates_envelope = لا يبدأ الملف بـ «Envelope»
phrase-rates_cube = يجب أن يحتوي «Cube» إما على يوم فيه أسعار صرف، وإما على عملة وسعر صرفها
phrase-rates_no_date = «{ $text }» ليس تاريخًا
phrase-rates_twice = يتكرر «{ $text }»
phrase-rates_outside = يوجد سعر صرف خارج أي يوم
phrase-rates_currency = «{ $text }» ليس رمز عملة في ISO 4217
phrase-rates_value = «{ $text }» ليس سعر صرف أكبر من صفر
phrase-rates_none = لا توجد أسعار صرف في الملف

## What is wrong with a table, or with what is asked of it.

phrase-table_no_rows = لا توجد صفوف في الجدول
phrase-table_no_column = لا يوجد عمود باسم «{ $column }»؛ الأعمدة هي { $columns }
phrase-table_columns = عدد أعمدة الجدول أكبر من { $max }
phrase-table_cells = عدد خلايا الجدول أكبر من { $max }
phrase-table_row_no_object = الصف { $row } ليس كائنًا
phrase-table_column_no_list = العمود «{ $column }» ليس قائمة
phrase-table_uneven_row = يحتوي الصف { $row } على { $found ->
        [zero] { $found } خلية
        [one] خلية واحدة
        [two] خليتين
        [few] { $found } خلايا
        [many] { $found } خلية
       *[other] { $found } خلية
    }، وعددها في صف العناوين { $wanted }
phrase-table_uneven_column = يحتوي العمود «{ $column }» على { $found ->
        [zero] { $found } قيمة
        [one] قيمة واحدة
        [two] قيمتين
        [few] { $found } قيم
        [many] { $found } قيمة
       *[other] { $found } قيمة
    }، وعددها في أطول عمود { $wanted }
phrase-table_column_twice = يتكرر العمود «{ $column }» في صف العناوين
phrase-table_no_cell = الصف { $row }، العمود «{ $column }»: يجب أن تكون الخلية نصًا أو عددًا أو true أو false أو null
phrase-table_no_number = الصف { $row }، العمود «{ $column }»: { $cell } ليس عددًا
phrase-table_large_number = الصف { $row }، العمود «{ $column }»: العدد { $cell } كبير جدًا
phrase-table_no_date = الصف { $row }، العمود «{ $column }»: { $cell } ليس تاريخًا
phrase-table_mixed_dates = في العمود «{ $column }» تواريخ تبدأ باليوم وأخرى تبدأ بالشهر؛ اكتبها مثل { $example }
phrase-table_open_dates = العمود «{ $column }»: لا يمكن التمييز بين اليوم والشهر في أي من تواريخه؛ اكتبها مثل { $example } أو اضبط { $field } على { $values }
phrase-table_more = لم يُذكر { $count ->
        [zero] { $count } خطأ آخر
        [one] خطأ واحد آخر
        [two] خطآن آخران
        [few] { $count } أخطاء أخرى
        [many] { $count } خطأً آخر
       *[other] { $count } خطأ آخر
    }
phrase-table_empty_column = لا توجد قيمة للعمود «{ $column }» في أي صف
phrase-table_no_numbers = لا يوجد عمود فيه أعداد لتحليلها؛ اذكر عمودًا في { $field }
phrase-table_no_customers = لا يوجد عمود فيه عملاء؛ اذكر عمودًا في { $field } أو اختر { $other } لطريقة k-means
phrase-table_no_dates = لا يوجد عمود فيه تواريخ؛ اذكر عمودًا في { $field } أو اختر { $other } لطريقة k-means
phrase-table_no_dated_value = لا يوجد صف فيه تاريخ وقيمة معًا
phrase-table_no_purchase = لا يوجد صف فيه عميل وتاريخ وقيمة معًا
phrase-table_name_column = اذكر عمودًا واحدًا على الأقل
phrase-table_steps = من { $from } إلى { $to } يبلغ عدد الخطوات بالفترة «{ $period }» { $steps }، وهو أكبر من { $max }
phrase-table_groups = عدد القيم المختلفة في العمود «{ $column }» هو { $count }، وهو أكبر من { $max }
phrase-table_customers = عدد العملاء المطلوب تجميعهم { $count }، وهو أكبر من { $max }
phrase-table_few_customers = يحتاج تكوين { $wanted } من المجموعات إلى عدد مماثل على الأقل من العملاء المختلفين؛ والموجود { $found }
phrase-table_no_clusters = لا يوجد ما يمكن تجميعه
phrase-table_few_values = يحتاج كشف القيم الشاذة إلى { $min } من القيم على الأقل؛ والموجود أقل
phrase-table_long_seasonal = لا تُكشف القيم الشاذة الموسمية في أكثر من { $max } من القيم؛ اختر طريقة أخرى
phrase-table_short_seasonal = يحتاج كشف القيم الشاذة الموسمية إلى أكثر من دورتين كاملتين؛ اختر طريقة أخرى أو قيمة أخرى لـ { $field }
phrase-table_few_periods = يحتاج التنبؤ إلى { $min } من الفترات الكاملة على الأقل؛ والموجود { $found }
phrase-table_short_series = السلسلة أقصر من أن يمكن التنبؤ بها
