## What stands inside of other messages: what is expected, and why something was refused. These are no sentences, so
## they begin in lower case and end without a full stop.

## What is expected of a value.

phrase-none = कोई नहीं
phrase-text = टेक्स्ट
phrase-whole_number = एक पूर्णांक
phrase-number = एक संख्या
phrase-true_or_false = true या false
phrase-list = एक सूची
phrase-object = एक ऑब्जेक्ट
phrase-object_with = “{ $field }” फ़ील्ड वाला ऑब्जेक्ट
phrase-list_of_texts = टेक्स्ट की सूची
phrase-number_or_digits = एक संख्या, या टेक्स्ट के रूप में उसके अंक
phrase-number_as = { $example } जैसी संख्या; वर्ण { $position } देखें
phrase-seconds = सेकंड की संख्या
phrase-decimals = अधिक से अधिक { $max ->
        [one] { $max } दशमलव अंक
       *[other] { $max } दशमलव अंकों
    } वाली संख्या
phrase-uuid = एक UUID
phrase-actor_uuid = कर्ता का UUID (कर्ता का प्रकार: { $kind })
phrase-nothing_as_no_agent = कोई मान नहीं, क्योंकि कर्ता एजेंट नहीं है
phrase-time = { $example } जैसा समय
phrase-date = { $example } जैसी तारीख
phrase-future_time = भविष्य का समय
phrase-time_after = “{ $field }” के बाद का समय
phrase-time_before_year = वर्ष { $year } से पहले का समय
phrase-days_before = “{ $field }” से अधिक से अधिक { $days ->
        [one] { $days } दिन
       *[other] { $days } दिन
    } पहले का समय
phrase-email = एक ईमेल पता
phrase-uri = एक URI
phrase-language_tag = { $example } जैसा भाषा टैग
phrase-time_zone = { $example } जैसा IANA समय क्षेत्र
phrase-currency_code = { $example } जैसा मुद्रा कोड
phrase-no_control_characters = बिना नियंत्रण वर्णों वाला टेक्स्ट
phrase-no_nul = बिना NUL वर्णों वाला टेक्स्ट
phrase-program_name = a–z, 0–9 और _ से बना ऐसा शब्द जो अक्षर से शुरू हो और जिसमें अधिक से अधिक { $max ->
        [one] { $max } वर्ण हो
       *[other] { $max } वर्ण हों
    }
phrase-log_name = बिना खाली जगह और + वाला नाम, जैसे { $example }
phrase-pattern = पैटर्न { $pattern } से मेल खाता टेक्स्ट
phrase-format = “{ $format }” प्रारूप में टेक्स्ट
phrase-visible_ascii = { $min } से { $max } दिखाई देने वाले ASCII वर्ण
phrase-etag = किसी उत्तर का ETag, जैसे { $example }, या *
phrase-event_id = इस स्ट्रीम की किसी घटना की ID
phrase-other_kind = ऑडिट लॉग के अलावा कोई दूसरा प्रकार

## What is expected in a query.

phrase-bytes = अधिक से अधिक { $max ->
        [one] { $max } बाइट
       *[other] { $max } बाइट
    }
phrase-end_of_query = टेक्स्ट का अंत, क्योंकि कोई कोष्ठक खुला नहीं है
phrase-fewer_parentheses = एक-दूसरे के भीतर कम कोष्ठक
phrase-query_field = एक फ़ील्ड: { $names }
phrase-query_term = एक फ़ील्ड, टेक्स्ट या (
phrase-ordered_field = क्रम वाला फ़ील्ड: { $names }
phrase-closing_quote = समापन उद्धरण चिह्न
phrase-value = एक मान
phrase-quoted_key = दोहरे उद्धरण चिह्नों में कुंजी
phrase-no_and = AND के बिना, क्योंकि सभी शर्तें वैसे भी पूरी होनी चाहिए

## Why a request cannot be read.

phrase-must_be = अपेक्षित है: { $expected }
phrase-missing = यहाँ अपेक्षित है: { $expected }
phrase-at_line = { $what } (पंक्ति { $line }, स्तंभ { $column })
phrase-technical = “{ $text }”
phrase-unreadable = सामग्री पढ़ी नहीं जा सकती
phrase-not_utf8 = यह मान्य UTF-8 नहीं है
phrase-not_a_form = यह मान्य फ़ॉर्म नहीं है
phrase-connection_broke = कनेक्शन टूट गया
phrase-belongs_in_body = सामग्री JSON हो, तो इसे सामग्री में ही दें
phrase-syntax = सिंटैक्स गलत है
phrase-ends_early = अंत बहुत जल्दी आ गया
phrase-json_trailing_comma = अंतिम प्रविष्टि के बाद अल्पविराम है
phrase-json_trailing = अंत के बाद भी कुछ है
phrase-json_control = किसी टेक्स्ट में नियंत्रण वर्ण है
phrase-json_escape = किसी टेक्स्ट में अमान्य एस्केप अनुक्रम है
phrase-json_number = कोई संख्या अमान्य या बहुत बड़ी है
phrase-json_depth = नेस्टिंग बहुत गहरी है

## Which rule of a schema is broken.

phrase-lacks_field = फ़ील्ड “{ $name }” नहीं है
phrase-surplus_field = फ़ील्ड “{ $name }” की अनुमति नहीं है
phrase-one_of = मान इनमें से एक होना चाहिए: { $allowed }
phrase-at_least = मान कम से कम { $min } होना चाहिए
phrase-at_most = मान अधिक से अधिक { $max } होना चाहिए
phrase-above = मान { $min } से बड़ा होना चाहिए
phrase-below = मान { $max } से छोटा होना चाहिए
phrase-multiple_of = मान { $of } का गुणज होना चाहिए
phrase-text_too_short = टेक्स्ट में { $min ->
        [one] { $min } से कम वर्ण है
       *[other] { $min } से कम वर्ण हैं
    }
phrase-text_too_long = टेक्स्ट में { $max ->
        [one] { $max } से अधिक वर्ण हैं
       *[other] { $max } से अधिक वर्ण हैं
    }
phrase-list_too_short = सूची में { $min ->
        [one] { $min } से कम प्रविष्टि है
       *[other] { $min } से कम प्रविष्टियाँ हैं
    }
phrase-list_too_long = सूची में { $max ->
        [one] { $max } से अधिक प्रविष्टियाँ हैं
       *[other] { $max } से अधिक प्रविष्टियाँ हैं
    }
phrase-fields_too_few = ऑब्जेक्ट में { $min ->
        [one] { $min } से कम फ़ील्ड है
       *[other] { $min } से कम फ़ील्ड हैं
    }
phrase-fields_too_many = ऑब्जेक्ट में { $max ->
        [one] { $max } से अधिक फ़ील्ड हैं
       *[other] { $max } से अधिक फ़ील्ड हैं
    }
phrase-duplicates = कोई प्रविष्टि एक से अधिक बार है
phrase-forbidden = यहाँ कुछ नहीं हो सकता
phrase-no_known_form = मान किसी भी ज्ञात रूप में नहीं है
phrase-several_forms = मान कई रूपों से मेल खाता है, जबकि केवल एक से मेल खाना चाहिए
phrase-breaks_rule = नियम “{ $rule }” का पालन नहीं हुआ
phrase-reference = इसमें { $name } का संदर्भ है, जो मौजूद नहीं है

## Why an agent gave no answer, or was not asked.

phrase-see_log = उसका लॉग देखें
phrase-stream_ended = उसकी स्ट्रीम बिना उत्तर के समाप्त हो गई
phrase-refused_no_runtime = इस सर्वर पर रनटाइम नहीं: { $count }
phrase-refused_unhealthy = खराबी: { $count }
phrase-refused_breaker_open = विफलताओं के बाद विराम पर: { $count }
phrase-refused_busy = व्यस्त: { $count }
phrase-refused_too_expensive = बहुत महँगे: { $count }
phrase-refused_too_slow = बहुत धीमे: { $count }
phrase-refused_too_unreliable = कम भरोसेमंद: { $count }
phrase-refused_wrong_type = दूसरे प्रकार के: { $count }
phrase-refused_excluded = बाहर रखे गए: { $count }
phrase-refused_not_permitted = आपको अनुमति नहीं: { $count }

## Scripts that letters belong to, for which a font may be missing. They stand by themselves, behind a colon.

phrase-script_european = लैटिन, यूनानी, सिरिलिक
phrase-script_arabic = अरबी
phrase-script_devanagari = देवनागरी
phrase-script_cjk = चीनी, जापानी, कोरियाई
phrase-script_hebrew = हिब्रू
phrase-script_bengali = बांग्ला
phrase-script_gurmukhi = गुरमुखी
phrase-script_gujarati = गुजराती
phrase-script_tamil = तमिल
phrase-script_telugu = तेलुगू
phrase-script_kannada = कन्नड़
phrase-script_malayalam = मलयालम
phrase-script_thai = थाई
phrase-script_georgian = जॉर्जियाई

## What is wrong with a message of an organization’s own.

phrase-message_no_default = किसी चयन में * से शुरू होने वाला विकल्प नहीं है
phrase-message_braces = धनु कोष्ठक मेल नहीं खाते
phrase-message_deep = धनु कोष्ठक { $max } से अधिक स्तरों तक एक-दूसरे के भीतर हैं
phrase-message_function = फ़ंक्शन { $name } मौजूद नहीं है
phrase-message_argument = इस संदेश को { $name } नहीं मिलता

## What is wrong with a file of exchange rates.

phrase-rates_document_type = इस फ़ाइल में दस्तावेज़ प्रकार नहीं हो सकता
phrase-rates_envelope = फ़ाइल “Envelope” से शुरू नहीं होती
phrase-rates_cube = “Cube” में या तो दरों वाला दिन होना चाहिए, या मुद्रा और उसकी दर
phrase-rates_no_date = “{ $text }” तारीख नहीं है
phrase-rates_twice = “{ $text }” एक से अधिक बार है
phrase-rates_outside = कोई दर किसी दिन के बाहर है
phrase-rates_currency = “{ $text }” ISO 4217 का मुद्रा कोड नहीं है
phrase-rates_value = “{ $text }” शून्य से बड़ी दर नहीं है
phrase-rates_none = फ़ाइल में कोई दर नहीं है

## What is wrong with a table, or with what is asked of it.

phrase-table_no_rows = तालिका में कोई पंक्ति नहीं है
phrase-table_no_column = स्तंभ “{ $column }” नहीं है; स्तंभ ये हैं: { $columns }
phrase-table_columns = तालिका में { $max } से अधिक स्तंभ हैं
phrase-table_cells = तालिका में { $max } से अधिक सेल हैं
phrase-table_row_no_object = पंक्ति { $row } ऑब्जेक्ट नहीं है
phrase-table_column_no_list = स्तंभ “{ $column }” सूची नहीं है
phrase-table_uneven_row = पंक्ति { $row } में { $found ->
        [one] { $found } सेल है
       *[other] { $found } सेल हैं
    }, जबकि शीर्षक में { $wanted }
phrase-table_uneven_column = स्तंभ “{ $column }” में { $found ->
        [one] { $found } मान है
       *[other] { $found } मान हैं
    }, जबकि सबसे लंबे स्तंभ में { $wanted }
phrase-table_column_twice = शीर्षक में स्तंभ “{ $column }” एक से अधिक बार है
phrase-table_no_cell = पंक्ति { $row }, स्तंभ “{ $column }”: सेल में टेक्स्ट, संख्या, true, false या null होना चाहिए
phrase-table_no_number = पंक्ति { $row }, स्तंभ “{ $column }”: { $cell } संख्या नहीं है
phrase-table_large_number = पंक्ति { $row }, स्तंभ “{ $column }”: संख्या { $cell } बहुत बड़ी है
phrase-table_no_date = पंक्ति { $row }, स्तंभ “{ $column }”: { $cell } तारीख नहीं है
phrase-table_mixed_dates = स्तंभ “{ $column }” में कुछ तारीखें दिन से और कुछ महीने से शुरू होती हैं; उन्हें { $example } की तरह लिखें
phrase-table_open_dates = स्तंभ “{ $column }”: किसी भी तारीख में दिन और महीना अलग नहीं पहचाने जा सकते; उन्हें { $example } की तरह लिखें, या { $field } को { $values } पर सेट करें
phrase-table_more = { $count ->
        [one] { $count } और त्रुटि यहाँ नहीं दी गई है
       *[other] { $count } और त्रुटियाँ यहाँ नहीं दी गई हैं
    }
phrase-table_empty_column = स्तंभ “{ $column }” की किसी भी पंक्ति में मान नहीं है
phrase-table_no_numbers = किसी भी स्तंभ में विश्लेषण के लिए संख्याएँ नहीं हैं; { $field } में कोई स्तंभ दें
phrase-table_no_customers = किसी भी स्तंभ में ग्राहक नहीं हैं; { $field } में कोई स्तंभ दें, या k-means के लिए { $other } चुनें
phrase-table_no_dates = किसी भी स्तंभ में तारीखें नहीं हैं; { $field } में कोई स्तंभ दें, या k-means के लिए { $other } चुनें
phrase-table_no_dated_value = किसी भी पंक्ति में तारीख और मान दोनों नहीं हैं
phrase-table_no_purchase = किसी भी पंक्ति में ग्राहक, तारीख और मान तीनों नहीं हैं
phrase-table_name_column = कम से कम एक स्तंभ दें
phrase-table_steps = { $from } से { $to } तक “{ $period }” अवधि के { $steps } चरण हैं, जो { $max } से अधिक हैं
phrase-table_groups = स्तंभ “{ $column }” में { $count } अलग-अलग मान हैं, जो { $max } से अधिक हैं
phrase-table_customers = समूह बनाने के लिए { $count } ग्राहक हैं, जो { $max } से अधिक हैं
phrase-table_few_customers = { $wanted } समूहों के लिए कम से कम उतने ही अलग-अलग ग्राहक चाहिए; उपलब्ध: { $found }
phrase-table_no_clusters = समूह बनाने के लिए कुछ नहीं है
phrase-table_few_values = विसंगतियाँ खोजने के लिए कम से कम { $min } मान चाहिए; मान कम हैं
phrase-table_long_seasonal = मौसमी विसंगतियाँ अधिक से अधिक { $max } मानों में खोजी जाती हैं; दूसरी विधि चुनें
phrase-table_short_seasonal = मौसमी विसंगतियों के लिए दो से अधिक पूरे चक्र चाहिए; दूसरी विधि या { $field } का दूसरा मान चुनें
phrase-table_few_periods = पूर्वानुमान के लिए कम से कम { $min } पूरी अवधियाँ चाहिए; उपलब्ध: { $found }
phrase-table_short_series = शृंखला पूर्वानुमान के लिए बहुत छोटी है
