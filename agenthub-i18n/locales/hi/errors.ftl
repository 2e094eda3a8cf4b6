## What went wrong, by the code of the error. The text says what to do; the title is the short form.

error-invalid = इनपुट का कुछ भाग मान्य नहीं है। सूची में दी गई सभी गलतियाँ सुधारें, फिर दोबारा भेजें।
    .title = अमान्य इनपुट
error-internal = हमारी ओर से कुछ गड़बड़ हुई है। बाद में फिर से कोशिश करें; यदि यह दोबारा हो, तो अनुरोध की ID के साथ सूचित करें।
    .title = आंतरिक त्रुटि

## Requests.

error-request-bad_json = अनुरोध की सामग्री मान्य JSON नहीं है: { $reason }। इसे सुधारें, फिर दोबारा भेजें।
    .title = गलत JSON
error-request-bad_body = अनुरोध की सामग्री पढ़ी नहीं जा सकती: { $reason }। इसे जाँचें, फिर दोबारा भेजें।
    .title = सामग्री पढ़ी नहीं जा सकी
error-request-bad_media_type = अनुरोध की सामग्री { $expected } होनी चाहिए। इसे इसी प्रारूप में भेजें और Content-Type हेडर में यही लिखें।
    .title = असमर्थित प्रारूप
error-request-bad_parameter = पैरामीटर “{ $name }” गलत है: { $reason }। इसे सुधारें, फिर दोबारा कोशिश करें।
    .title = अमान्य पैरामीटर
error-request-body_too_large = अनुरोध की सामग्री { $max ->
        [one] { $max } बाइट
       *[other] { $max } बाइट
    } से बड़ी है। एक बार में कम भेजें।
    .title = सामग्री बहुत बड़ी है
error-request-route_not_found = { $path } पर कुछ नहीं है। पता जाँचें।
    .title = पता नहीं मिला
error-request-method_not_allowed = { $path } पर { $method } का उपयोग नहीं हो सकता। Allow हेडर में दी गई विधियों में से किसी एक का उपयोग करें।
    .title = विधि की अनुमति नहीं
error-request-timeout = अनुरोध में { $seconds ->
        [one] { $seconds } सेकंड
       *[other] { $seconds } सेकंड
    } से अधिक समय लगा। फिर से कोशिश करें या एक बार में कम माँगें।
    .title = अनुरोध का समय समाप्त
error-request-rate_limited = बहुत अधिक अनुरोध आए हैं। { $seconds ->
        [one] { $seconds } सेकंड
       *[other] { $seconds } सेकंड
    } प्रतीक्षा करें, फिर दोबारा कोशिश करें।
    .title = बहुत अधिक अनुरोध
error-request-precondition_failed = इस बीच बदलाव हुआ है: वर्तमान संस्करण { $actual } है, { $expected } नहीं। इसे फिर से पढ़ें, फिर निर्णय लें।
    .title = इस बीच बदल गया
error-request-idempotency_key_reused = यह Idempotency-Key पहले ही किसी दूसरे अनुरोध के लिए उपयोग हो चुकी है। हर नए अनुरोध के लिए नई कुंजी का उपयोग करें।
    .title = आइडेम्पोटेंसी कुंजी उपयोग हो चुकी है
error-request-idempotency_key_in_flight = इस Idempotency-Key वाला अनुरोध अभी चल रहा है। कुछ देर प्रतीक्षा करें, फिर दोबारा पूछें।
    .title = अनुरोध अभी चल रहा है
error-request-idempotency_answer_too_large = इस Idempotency-Key वाला अनुरोध पूरा हो चुका है, लेकिन उसका उत्तर इतना बड़ा था कि सहेजा नहीं जा सका। देखें कि उससे क्या हुआ, और उसे किसी दूसरी कुंजी के साथ फिर से न भेजें।
    .title = उत्तर सहेजा नहीं गया
error-page-bad_cursor = यह कर्सर इस सूची का नहीं है। बिना कर्सर के फिर से शुरू करें।
    .title = अमान्य कर्सर

## Faults of a field.

error-value-required = यह फ़ील्ड आवश्यक है।
    .title = आवश्यक फ़ील्ड
error-value-too_short = इस फ़ील्ड में कम से कम { $min ->
        [one] { $min } वर्ण होना चाहिए
       *[other] { $min } वर्ण होने चाहिए
    }।
    .title = बहुत छोटा
error-value-too_long = इस फ़ील्ड में अधिक से अधिक { $max ->
        [one] { $max } वर्ण हो सकता है
       *[other] { $max } वर्ण हो सकते हैं
    }।
    .title = बहुत लंबा
error-value-too_many = इस फ़ील्ड में अधिक से अधिक { $max ->
        [one] { $max } प्रविष्टि हो सकती है
       *[other] { $max } प्रविष्टियाँ हो सकती हैं
    }।
    .title = बहुत अधिक प्रविष्टियाँ
error-value-out_of_range = इस फ़ील्ड का मान { $min } और { $max } के बीच होना चाहिए।
    .title = सीमा से बाहर
error-value-wrong_type = इस फ़ील्ड का प्रकार गलत है। अपेक्षित: { $expected }।
    .title = गलत प्रकार
error-value-unknown_field = फ़ील्ड “{ $name }” अज्ञात है। ज्ञात फ़ील्ड: { $allowed }।
    .title = अज्ञात फ़ील्ड
error-value-not_one_of = इस फ़ील्ड का मान इनमें से एक होना चाहिए: { $allowed }।
    .title = मान की अनुमति नहीं
error-value-bad_format = इस फ़ील्ड का प्रारूप गलत है। अपेक्षित: { $expected }।
    .title = गलत प्रारूप
error-value-duplicate = यह मान एक से अधिक बार दिया गया है। दोहराव हटाएँ।
    .title = दोहराव
error-value-bad_schema = यह फ़ील्ड मान्य JSON Schema नहीं है: { $reason }।
    .title = अमान्य स्कीमा
error-value-breaks_schema = यह फ़ील्ड अपने स्कीमा से मेल नहीं खाता: { $reason }।
    .title = स्कीमा से मेल नहीं
error-value-too_large = इस फ़ील्ड में अधिक से अधिक { $max ->
        [one] { $max } बाइट हो सकता है
       *[other] { $max } बाइट हो सकते हैं
    }।
    .title = बहुत बड़ा
error-value-bad_query = यह क्वेरी वर्ण { $position } पर पढ़ी नहीं जा सकती। वहाँ अपेक्षित: { $expected }।
    .title = क्वेरी पढ़ी नहीं जा सकी
error-value-bad_table = यह तालिका पढ़ी नहीं जा सकती: { $reason }।
    .title = तालिका पढ़ी नहीं जा सकी
error-value-bad_message = यह टेक्स्ट मान्य संदेश नहीं है। पंक्ति { $line }: { $reason }।
    .title = अमान्य संदेश
error-value-excludes = यह फ़ील्ड “{ $other }” के साथ नहीं दिया जा सकता। दोनों में से केवल एक दें।
    .title = असंगत फ़ील्ड
error-password-is_email = पासवर्ड ईमेल पता नहीं होना चाहिए। कोई दूसरा चुनें।
    .title = पासवर्ड ईमेल पता ही है
error-password-too_common = यह पासवर्ड उनमें से है जिन्हें हमलावर सबसे पहले आज़माते हैं। कोई दूसरा चुनें।
    .title = बहुत आम पासवर्ड

## Sign-in and permissions.

error-auth-unauthenticated = पहले साइन इन करें या API कुंजी भेजें।
    .title = साइन इन आवश्यक
error-auth-bad_credentials = ईमेल पता या पासवर्ड गलत है। दोनों जाँचें, फिर दोबारा कोशिश करें।
    .title = गलत ईमेल या पासवर्ड
error-auth-locked = बहुत अधिक असफल प्रयास हुए हैं। { $seconds ->
        [one] { $seconds } सेकंड
       *[other] { $seconds } सेकंड
    } प्रतीक्षा करें, फिर दोबारा कोशिश करें।
    .title = बहुत अधिक असफल प्रयास
error-auth-token_invalid = टोकन मान्य नहीं है। फिर से साइन इन करें।
    .title = अमान्य टोकन
error-auth-token_expired = टोकन की अवधि समाप्त हो गई है। उसे नवीनीकृत करें या फिर से साइन इन करें।
    .title = टोकन की अवधि समाप्त
error-auth-token_reused = यह रीफ़्रेश टोकन पहले ही उपयोग हो चुका है, इसलिए उससे बने सभी सत्र समाप्त कर दिए गए हैं। फिर से साइन इन करें।
    .title = टोकन पहले ही उपयोग हो चुका है
error-auth-not_a_member = आप इस संगठन के सदस्य नहीं हैं। किसी व्यवस्थापक से आमंत्रण माँगें।
    .title = सदस्य नहीं हैं
error-auth-denied = इसके लिए अनुमति “{ $permission }” चाहिए। इसे किसी व्यवस्थापक से माँगें।
    .title = अनुमति नहीं है
error-auth-superuser_needed = यह केवल सुपरयूज़र कर सकता है। सर्वर के ऑपरेटर से संपर्क करें।
    .title = सुपरयूज़र आवश्यक

## Users, organizations and API keys.

error-user-email_taken = इस ईमेल पते से पहले ही एक खाता है। उसी से साइन इन करें।
    .title = ईमेल पता पहले से उपयोग में है
error-user-not_found = इस संगठन में कोई उपयोगकर्ता { $id } नहीं है। ID जाँचें।
    .title = उपयोगकर्ता नहीं मिला
error-organization-not_found = कोई संगठन { $id } नहीं है। ID जाँचें।
    .title = संगठन नहीं मिला
error-invitation-not_found = यह आमंत्रण मौजूद नहीं है, उपयोग हो चुका है, इसकी अवधि समाप्त हो गई है या यह किसी दूसरे ईमेल पते के लिए है। नया आमंत्रण माँगें।
    .title = अमान्य आमंत्रण
error-member-last_owner = संगठन में कोई स्वामी नहीं बचेगा। पहले किसी दूसरे सदस्य को स्वामी बनाएँ।
    .title = अंतिम स्वामी
error-member-role_too_high = आप भूमिका “{ $role ->
        [viewer] { role-viewer }
        [auditor] { role-auditor }
        [developer] { role-developer }
        [operator] { role-operator }
        [admin] { role-admin }
        [owner] { role-owner }
       *[other] { $role }
    }” न दे सकते हैं, न वापस ले सकते हैं, क्योंकि वह आपकी भूमिका से ऊपर है। जिसके पास यह भूमिका हो, उससे कहें।
    .title = आपकी भूमिका से ऊपर
error-member-exists = यह उपयोगकर्ता पहले से ही संगठन का सदस्य है।
    .title = पहले से सदस्य
error-api_key-not_found = इस संगठन में कोई API कुंजी { $id } नहीं है। ID जाँचें।
    .title = API कुंजी नहीं मिली
error-api_key-ended = API कुंजी “{ $name }” निरस्त कर दी गई है या उसकी अवधि समाप्त हो गई है। नई कुंजी बनाएँ।
    .title = API कुंजी अब मान्य नहीं
error-api_key-too_wide = आपके पास अनुमति “{ $permission }” नहीं है, इसलिए वह आपकी API कुंजी को भी नहीं दी जा सकती। उसे हटाएँ या किसी व्यवस्थापक से माँगें।
    .title = आपकी अनुमतियों से अधिक

## Agents.

error-agent-not_found = इस संगठन में कोई एजेंट { $id } नहीं है। ID जाँचें।
    .title = एजेंट नहीं मिला
error-agent-version_not_found = एजेंट { $id } का संस्करण { $version } नहीं है। कोई मौजूद संस्करण चुनें।
    .title = संस्करण नहीं मिला
error-agent-not_active = एजेंट “{ $name }” को कॉल नहीं किया जा सकता, क्योंकि उसकी स्थिति “{ $status ->
        [draft] { status-draft }
        [paused] { status-paused }
        [stopped] { status-stopped }
        [error] { status-error }
        [maintenance] { status-maintenance }
        [retired] { status-retired }
       *[other] { $status }
    }” है। किसी सक्रिय एजेंट का उपयोग करें या पहले इसे सक्रिय करें।
    .title = एजेंट सक्रिय नहीं है
error-agent-deleted = एजेंट “{ $name }” हटाया गया है। पहले उसे पुनर्स्थापित करें।
    .title = एजेंट हटाया गया है
error-agent-not_deleted = एजेंट “{ $name }” हटाया नहीं गया है, इसलिए उसे पुनर्स्थापित नहीं किया जा सकता।
    .title = एजेंट हटाया नहीं गया है
error-agent-bad_move = { $from ->
        [retired] “retired” स्थिति वाला एजेंट हमेशा के लिए सेवा से हटाया गया है। नया एजेंट बनाएँ।
       *[other] “{ $from }” स्थिति वाले एजेंट की स्थिति “{ $to }” नहीं की जा सकती। संभव: { $allowed }।
    }
    .title = स्थिति नहीं बदली जा सकती
error-agent-failed = एजेंट “{ $name }” विफल हुआ: { $reason }। फिर से कोशिश करें या उसके लेखक को बताएँ।
    .title = एजेंट विफल
error-agent-panicked = एजेंट “{ $name }” काम के बीच में रुक गया। फिर से कोशिश करें या उसके लेखक को बताएँ।
    .title = एजेंट अचानक रुक गया
error-agent-bad_output = एजेंट “{ $name }” ने ऐसा परिणाम दिया जो उसकी क्षमता “{ $capability }” के अनुरूप नहीं है। उसके लेखक को बताएँ।
    .title = एजेंट का अमान्य परिणाम
error-agent-timeout = एजेंट “{ $name }” ने { $seconds ->
        [one] { $seconds } सेकंड
       *[other] { $seconds } सेकंड
    } में उत्तर नहीं दिया। फिर से कोशिश करें या उसे अधिक समय दें।
    .title = एजेंट का समय समाप्त
error-agent-unhealthy = एजेंट “{ $name }” अभी उत्तर नहीं दे रहा है। { $seconds ->
        [one] { $seconds } सेकंड
       *[other] { $seconds } सेकंड
    } बाद फिर से कोशिश करें।
    .title = एजेंट उत्तर नहीं दे रहा
error-agent-busy = एजेंट “{ $name }” एक साथ { $limit ->
        [one] { $limit } कॉल
       *[other] { $limit } कॉल
    } की अपनी सीमा पर है। कुछ देर में फिर से कोशिश करें।
    .title = एजेंट व्यस्त है
error-agent-runtime_missing = इस सर्वर पर रनटाइम “{ $runtime }” नहीं है। उपलब्ध: { $known }।
    .title = रनटाइम नहीं है
error-capability-not_offered = { $offered ->
        [none] क्षमता “{ $capability }” उपलब्ध नहीं है; अभी कोई भी क्षमता उपलब्ध नहीं है। पहले किसी एजेंट को सक्रिय करें।
       *[other] क्षमता “{ $capability }” उपलब्ध नहीं है। उपलब्ध: { $offered }।
    }
    .title = क्षमता उपलब्ध नहीं
error-routing-no_route = अभी कोई एजेंट “{ $capability }” की कॉल नहीं ले सकता: { $reasons }। कुछ देर में फिर से कोशिश करें।
    .title = कोई एजेंट उपलब्ध नहीं
error-invocation-cancelled = उत्तर तैयार होने से पहले कॉल करने वाले ने कनेक्शन बंद कर दिया। यदि अब भी आवश्यक हो, तो फिर से कॉल करें।
    .title = कॉल रद्द की गई

## Records.

error-interaction-not_found = इस संगठन में कोई इंटरैक्शन { $id } नहीं है। ID जाँचें।
    .title = इंटरैक्शन नहीं मिला
error-audit-not_found = इस संगठन में कोई ऑडिट रिकॉर्ड { $id } नहीं है। ID जाँचें।
    .title = ऑडिट रिकॉर्ड नहीं मिला
error-audit-head_not_found = आकार { $size } पर ऑडिट लॉग पर कोई हस्ताक्षर नहीं हुआ। सूची में से कोई स्थिति चुनें।
    .title = हस्ताक्षरित स्थिति नहीं मिली
error-audit-no_such_size = आकार { $size } पर ऑडिट लॉग प्रमाणित नहीं किया जा सकता। { $min } और { $max } के बीच का आकार चुनें।
    .title = ऐसा कोई आकार नहीं
error-audit-no_key = इस सर्वर के पास ऑडिट लॉग पर हस्ताक्षर करने की कुंजी नहीं है। ऑपरेटर से कुंजी सेट करने को कहें।
    .title = हस्ताक्षर कुंजी नहीं है
error-audit-log_changed = ऑडिट लॉग अब वह नहीं है जिस पर आकार { $size } पर हस्ताक्षर हुआ था। सर्वर के ऑपरेटर को तुरंत बताएँ।
    .title = ऑडिट लॉग बदला गया है
error-audit-query_too_wide = यह क्वेरी बहुत व्यापक है: { $read } रिकॉर्ड पढ़ने के बाद, संख्या { $sequence } तक, उत्तर पूरा नहीं हुआ। इसे सीमित करें, जैसे समय से।
    .title = क्वेरी बहुत व्यापक है
error-audit-not_sealed = यह सर्वर ऑडिट लॉग में व्यक्तिगत डेटा को एन्क्रिप्ट नहीं करता, इसलिए उसे मिटाया नहीं जा सकता। ऑपरेटर से इसके लिए कुंजी सेट करने को कहें।
    .title = व्यक्तिगत डेटा मिटाया नहीं जा सकता
error-audit-subject_not_found = इस संगठन के ऑडिट लॉग में इस व्यक्ति का कोई एन्क्रिप्ट किया हुआ डेटा नहीं है। ID या ईमेल पता जाँचें।
    .title = मिटाने को कुछ नहीं है
error-audit-too_many_tails = ऑडिट लॉग की खुली लाइव धाराओं की सीमा पूरी हो गई है: { $max }। एक बंद करें या बाद में फिर से कोशिश करें।
    .title = बहुत अधिक लाइव धाराएँ
error-audit_view-not_found = ऐसा कोई सहेजा गया व्यू { $id } नहीं है जिसे आप देख सकें। ID जाँचें।
    .title = व्यू नहीं मिला
error-audit_retention-not_found = ऑडिट लॉग की कोई प्रतिधारण नीति नहीं है: इसके रिकॉर्ड हमेशा रखे जाते हैं। पहले नीति तय करें।
    .title = कोई प्रतिधारण नीति नहीं
error-legal_hold-not_found = इस संगठन में कोई कानूनी रोक { $id } लागू नहीं है। ID जाँचें।
    .title = कानूनी रोक नहीं मिली
error-legal_hold-stands = कानूनी रोक लागू है, इसलिए कुछ भी हटाया नहीं जा सकता। पहले उसे हटवाएँ।
    .title = कानूनी रोक लागू है
error-audit_export-not_found = इस संगठन में कोई निर्यात { $id } नहीं है। ID जाँचें।
    .title = निर्यात नहीं मिला
error-audit_export-not_ready = निर्यात { $id } की कोई फ़ाइल नहीं है (स्थिति: { $status ->
        [queued] कतार में
        [running] जारी
        [failed] विफल
       *[other] { $status }
    })। निर्यात की प्रगति या विफलता का कारण निर्यात में देखें।
    .title = निर्यात की फ़ाइल नहीं है
error-audit_export-expired = निर्यात { $id } की फ़ाइल की अवधि समाप्त हो गई और उसे हटा दिया गया। नया निर्यात माँगें।
    .title = निर्यात की अवधि समाप्त
error-audit_export-bad_range = फ़ाइल में माँगा गया भाग नहीं है (आकार बाइट में: { $bytes })। फ़ाइल के भीतर का भाग माँगें।
    .title = ऐसा भाग नहीं है
error-audit_export-too_large = निर्यात बहुत बड़ा होगा (आकार बाइट में: कम से कम { $bytes }, अनुमत: { $max })। इसे सीमित करें, जैसे समय से।
    .title = निर्यात बहुत बड़ा है
error-audit_export-too_many_records = इस प्रारूप के लिए निर्यात में बहुत अधिक रिकॉर्ड हैं (अनुमत: { $max })। इसे सीमित करें, जैसे समय से, या दूसरा प्रारूप चुनें।
    .title = बहुत अधिक रिकॉर्ड
error-audit_export-too_many = संगठन निर्यातों की सीमा तक पहुँच गया है (संख्या: { $max })। पहले कुछ हटाएँ।
    .title = बहुत अधिक निर्यात
error-audit_export-no_room = इस निर्यात की फ़ाइल के लिए जगह नहीं है (आकार बाइट में: { $bytes }, खाली: { $free })। दूसरे निर्यात हटाएँ या ऑपरेटर से अधिक जगह माँगें।
    .title = निर्यात के लिए जगह नहीं
error-audit_export-storage_failed = निर्यात की फ़ाइलें अभी पढ़ी या लिखी नहीं जा सकतीं। बाद में फिर कोशिश करें या सर्वर के ऑपरेटर को बताएँ।
    .title = निर्यात भंडारण उपलब्ध नहीं
error-audit_export-not_offered = यह सर्वर { $format } प्रारूप में निर्यात नहीं बनाता। दूसरा प्रारूप चुनें।
    .title = प्रारूप उपलब्ध नहीं
error-audit_export-no_font = इस सर्वर पर एक फ़ॉन्ट नहीं है (लिपि: { $script })। ऑपरेटर से पैकेज { $package } स्थापित करने को कहें।
    .title = फ़ॉन्ट नहीं है

## Money.

error-money-unknown_currency = “{ $currency }” ISO 4217 का मुद्रा कोड नहीं है। तीन बड़े अक्षर लिखें, जैसे USD।
    .title = अज्ञात मुद्रा
error-money-currency_mismatch = राशि { $expected } में नहीं, { $found } में है। पहले इसे बदलें।
    .title = गलत मुद्रा
error-money-overflow = परिणाम 28 अंकों में नहीं आता। छोटी राशियाँ लें या उन्हें पूर्णांकित करें।
    .title = संख्या बहुत बड़ी
error-money-bad_decimal = “{ $text }” दशमलव संख्या नहीं है। अंक और दशमलव बिंदु लिखें, जैसे 12.50।
    .title = संख्या नहीं
error-money-unreadable = यह पाठ इस भाषा में राशि नहीं है: वर्ण { $place } से इसका अर्थ नहीं निकलता। इसे वहाँ सुधारें।
    .title = राशि पढ़ी नहीं जा सकी
error-money-no_currency = पाठ में कोई मुद्रा नहीं है। उसे राशि के साथ लिखें, जैसे USD।
    .title = मुद्रा नहीं दी गई
error-money-ambiguous_currency = “{ $text }” कई मुद्राओं के लिए है। इसके बजाय कोड लिखें: { $currencies }।
    .title = अस्पष्ट मुद्रा
error-money-bad_locale = “{ $locale }” भाषा टैग नहीं है। भाषा और ज़रूरत हो तो क्षेत्र लिखें, जैसे pt-BR।
    .title = अमान्य भाषा टैग
error-money-bad_rate = { $from } से { $to } की विनिमय दर { $rate } नहीं हो सकती। यह शून्य से अधिक होनी चाहिए।
    .title = अमान्य विनिमय दर
error-money-rate_loop = ये विनिमय दरें चक्र बनाती हैं ({ $currencies }) और इसमें राशि को { $rate } से गुणा करती हैं। इनमें से एक को सुधारें।
    .title = परस्पर विरोधी विनिमय दरें
error-money-no_rate = { $time } के लिए { $from } से { $to } की कोई विनिमय दर नहीं है। एक दर तय करें, या किसी दूसरी मुद्रा के ज़रिए।
    .title = विनिमय दर नहीं मिली
error-money-stale_rate = { $from } से { $to } की विनिमय दर { $age } घंटे पुरानी है; अधिकतम { $allowed } घंटे की अनुमति है। नई दरें आयात करें या पुरानी दरों की अनुमति दें।
    .title = विनिमय दर बहुत पुरानी
error-money-bad_rates_file = विनिमय दरों की फ़ाइल पंक्ति { $line } पर खराब है: { $reason }। कुछ भी आयात नहीं हुआ। फ़ाइल फिर से डाउनलोड करें।
    .title = दरों की खराब फ़ाइल
error-money-negative_ratio = अनुपात { $place } का मान { $ratio } है। अनुपात ऋणात्मक नहीं हो सकते।
    .title = ऋणात्मक अनुपात
error-money-zero_ratios = सभी अनुपात शून्य हैं, इसलिए बाँटने के लिए कोई नहीं है। शून्य से अधिक कम-से-कम एक अनुपात दें।
    .title = शून्य से भाग
error-money-too_many_decimals = { $amount } में { $currency } से अधिक दशमलव स्थान हैं ({ $allowed })। इसे पूर्णांकित करें, या बताएँ कि कैसे करना है।
    .title = बहुत अधिक दशमलव स्थान
## Languages and messages.

error-language-not_found = भाषा “{ $language }” में कोई संदेश उपलब्ध नहीं है। उपलब्ध भाषाएँ: { $known }।
    .title = भाषा उपलब्ध नहीं
error-message-not_found = संदेश “{ $key }” मौजूद नहीं है। कुंजी जाँचें।
    .title = संदेश नहीं मिला
error-message_override-not_found = संगठन के पास भाषा “{ $language }” में संदेश “{ $key }” के लिए कोई कस्टम टेक्स्ट नहीं है।
    .title = कस्टम टेक्स्ट नहीं मिला
error-message_override-no_room = संगठन के कस्टम टेक्स्ट की सीमा पूरी हो चुकी है (संख्या: { $max }, कुल आकार: { $size })। पहले कुछ हटाएँ।
    .title = और कस्टम टेक्स्ट के लिए जगह नहीं

## The server and its database.

error-journal-full = दर्ज होने की प्रतीक्षा में कॉल की संख्या क्षमता से अधिक है। कुछ देर में फिर से कोशिश करें।
    .title = सर्वर पर अधिक भार
error-server-full = सर्वर जितने कनेक्शन ले सकता है, उससे अधिक खुले हैं। कुछ देर में फिर से कोशिश करें।
    .title = बहुत अधिक कनेक्शन
error-hub-shutting_down = सर्वर बंद हो रहा है। बाद में फिर से कोशिश करें।
    .title = सर्वर बंद हो रहा है
error-store-unavailable = डेटाबेस तक पहुँचा नहीं जा सकता या उसमें लिखा नहीं जा सकता। बाद में फिर से कोशिश करें।
    .title = डेटाबेस उपलब्ध नहीं
error-store-conflict = यह पहले से मौजूद है या कोई और चीज़ इसका संदर्भ देती है। देखें कि क्या मौजूद है, फिर दोबारा कोशिश करें।
    .title = डेटाबेस में टकराव
error-store-corrupt = डेटाबेस में कुछ ऐसा है जो इस संस्करण ने नहीं लिखा: { $what }। सर्वर के ऑपरेटर को बताएँ।
    .title = क्षतिग्रस्त डेटा
error-store-too_new = डेटाबेस का स्कीमा { $found } है, जो इस संस्करण के स्कीमा { $known } से नया है। नया संस्करण चालू करें।
    .title = डेटाबेस बहुत नया है
error-store-not_migrated = डेटाबेस का स्कीमा { $found } है, जबकि { $known } होना चाहिए। माइग्रेशन चलाएँ।
    .title = माइग्रेशन बाकी हैं
