## What went wrong, by the code of the error. The text says what to do; the title is the short form.

error-invalid = بعض المُدخلات غير صالح. صحّح جميع الأخطاء المذكورة ثم أرسلها مرة أخرى.
    .title = مُدخلات غير صالحة
error-internal = حدث خطأ من جانبنا. حاول مرة أخرى لاحقًا، وإذا تكرر الخطأ فأبلغنا بمعرّف الطلب.
    .title = خطأ داخلي

## Requests.

error-request-bad_json = محتوى الطلب ليس JSON صالحًا: { $reason }. صحّحه ثم أرسله مرة أخرى.
    .title = صيغة JSON غير سليمة
error-request-bad_body = تتعذر قراءة محتوى الطلب: { $reason }. تحقق منه ثم أرسله مرة أخرى.
    .title = محتوى غير مقروء
error-request-bad_media_type = يجب أن يكون محتوى الطلب بالصيغة { $expected }. أرسله بهذه الصيغة واذكرها في الترويسة Content-Type.
    .title = صيغة غير مدعومة
error-request-bad_parameter = المعامل «{ $name }» غير صحيح: { $reason }. صحّحه ثم حاول مرة أخرى.
    .title = معامل غير صالح
error-request-body_too_large = محتوى الطلب أكبر من { $max ->
        [zero] { $max } بايت
        [one] بايت واحد
        [two] بايتين
        [few] { $max } بايتات
        [many] { $max } بايتًا
       *[other] { $max } بايت
    }. أرسل بيانات أقل في كل مرة.
    .title = المحتوى كبير جدًا
error-request-route_not_found = لا يوجد شيء في { $path }. تحقق من العنوان.
    .title = العنوان غير موجود
error-request-method_not_allowed = لا يقبل { $path } الطريقة { $method }. استخدم إحدى الطرق المذكورة في الترويسة Allow.
    .title = طريقة غير مسموح بها
error-request-timeout = استغرق الطلب أكثر من { $seconds ->
        [zero] { $seconds } ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    }. حاول مرة أخرى أو اطلب بيانات أقل في كل مرة.
    .title = انتهت مهلة الطلب
error-request-rate_limited = عدد الطلبات كبير جدًا. انتظر { $seconds ->
        [zero] { $seconds } ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    } ثم حاول مرة أخرى.
    .title = طلبات كثيرة جدًا
error-request-precondition_failed = حدث تغيير في هذه الأثناء: الإصدار الحالي هو { $actual } وليس { $expected }. اقرأه من جديد ثم قرّر.
    .title = تغيّر في هذه الأثناء
error-request-idempotency_key_reused = سبق استخدام هذا المفتاح Idempotency-Key لطلب آخر. استخدم مفتاحًا جديدًا لكل طلب جديد.
    .title = مفتاح الطلب مستخدم سابقًا
error-request-idempotency_key_in_flight = لا يزال طلب بهذا المفتاح Idempotency-Key قيد التنفيذ. انتظر قليلًا ثم اسأل مرة أخرى.
    .title = الطلب قيد التنفيذ
error-request-idempotency_answer_too_large = نُفِّذ الطلب بهذا المفتاح Idempotency-Key، لكن رده أكبر من أن يُحفظ. تحقق مما أنجزه، ولا ترسله مرة أخرى بمفتاح آخر.
    .title = الرد غير محفوظ
error-page-bad_cursor = هذا المؤشر ليس من هذه القائمة. ابدأ من جديد دون مؤشر.
    .title = مؤشر غير صالح

## Faults of a field.

error-value-required = هذا الحقل مطلوب.
    .title = حقل مطلوب
error-value-too_short = يجب ألا يقل هذا الحقل عن { $min ->
        [zero] { $min } حرف
        [one] حرف واحد
        [two] حرفين
        [few] { $min } أحرف
        [many] { $min } حرفًا
       *[other] { $min } حرف
    }.
    .title = قصير جدًا
error-value-too_long = يجب ألا يزيد هذا الحقل على { $max ->
        [zero] { $max } حرف
        [one] حرف واحد
        [two] حرفين
        [few] { $max } أحرف
        [many] { $max } حرفًا
       *[other] { $max } حرف
    }.
    .title = طويل جدًا
error-value-too_many = يجب ألا يزيد هذا الحقل على { $max ->
        [zero] { $max } عنصر
        [one] عنصر واحد
        [two] عنصرين
        [few] { $max } عناصر
        [many] { $max } عنصرًا
       *[other] { $max } عنصر
    }.
    .title = عناصر كثيرة جدًا
error-value-out_of_range = يجب أن تكون قيمة هذا الحقل بين { $min } و{ $max }.
    .title = خارج النطاق
error-value-wrong_type = نوع هذا الحقل غير صحيح. المتوقع: { $expected }.
    .title = نوع غير صحيح
error-value-unknown_field = الحقل «{ $name }» غير معروف. الحقول المعروفة: { $allowed }.
    .title = حقل غير معروف
error-value-not_one_of = يجب أن تكون قيمة هذا الحقل إحدى القيم التالية: { $allowed }.
    .title = قيمة غير مسموح بها
error-value-bad_format = صيغة هذا الحقل غير صحيحة. المتوقع: { $expected }.
    .title = صيغة غير صحيحة
error-value-duplicate = هذه القيمة مكررة. احذف التكرار.
    .title = تكرار
error-value-bad_schema = هذا الحقل ليس JSON Schema صالحًا: { $reason }.
    .title = مخطط غير صالح
error-value-breaks_schema = هذا الحقل لا يوافق مخططه: { $reason }.
    .title = مخالفة المخطط
error-value-too_large = يجب ألا يزيد حجم هذا الحقل على { $max ->
        [zero] { $max } بايت
        [one] بايت واحد
        [two] بايتين
        [few] { $max } بايتات
        [many] { $max } بايتًا
       *[other] { $max } بايت
    }.
    .title = كبير جدًا
error-value-bad_query = تتعذر قراءة هذا الاستعلام عند الحرف { $position }. المتوقع هناك: { $expected }.
    .title = استعلام غير مقروء
error-value-bad_table = تتعذر قراءة هذا الجدول: { $reason }.
    .title = جدول غير مقروء
error-value-bad_message = هذا النص ليس رسالة صالحة. السطر { $line }: { $reason }.
    .title = رسالة غير صالحة
error-value-excludes = لا يمكن الجمع بين هذا الحقل و«{ $other }». اذكر أحدهما فقط.
    .title = حقلان متعارضان
error-password-is_email = يجب ألا تكون كلمة المرور هي عنوان البريد الإلكتروني. اختر كلمة أخرى.
    .title = كلمة المرور هي البريد الإلكتروني
error-password-too_common = كلمة المرور هذه من أول ما يجرّبه المهاجمون. اختر كلمة أخرى.
    .title = كلمة مرور شائعة جدًا

## Sign-in and permissions.

error-auth-unauthenticated = سجّل الدخول أولًا أو أرسل مفتاح API.
    .title = تسجيل الدخول مطلوب
error-auth-bad_credentials = عنوان البريد الإلكتروني أو كلمة المرور غير صحيح. تحقق منهما ثم حاول مرة أخرى.
    .title = بيانات دخول غير صحيحة
error-auth-locked = عدد المحاولات الفاشلة كبير جدًا. انتظر { $seconds ->
        [zero] { $seconds } ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    } ثم حاول مرة أخرى.
    .title = محاولات فاشلة كثيرة
error-auth-token_invalid = الرمز غير صالح. سجّل الدخول مرة أخرى.
    .title = رمز غير صالح
error-auth-token_expired = انتهت صلاحية الرمز. جدّده أو سجّل الدخول مرة أخرى.
    .title = انتهت صلاحية الرمز
error-auth-token_reused = سبق استخدام رمز التجديد هذا، ولذلك أُنهيت جميع الجلسات الناتجة عنه. سجّل الدخول مرة أخرى.
    .title = رمز مستخدم سابقًا
error-auth-not_a_member = أنت لست عضوًا في هذه المؤسسة. اطلب دعوة من أحد المسؤولين.
    .title = لست عضوًا
error-auth-denied = يلزم لهذا الإجراء الإذن «{ $permission }». اطلبه من أحد المسؤولين.
    .title = إذن ناقص
error-auth-superuser_needed = لا يمكن لغير المستخدم المتميز القيام بهذا. تواصل مع مشغّل الخادم.
    .title = مستخدم متميز مطلوب

## Users, organizations and API keys.

error-user-email_taken = يوجد حساب بعنوان البريد الإلكتروني هذا. سجّل الدخول به.
    .title = البريد الإلكتروني مستخدم
error-user-not_found = لا يوجد مستخدم { $id } في هذه المؤسسة. تحقق من المعرّف.
    .title = المستخدم غير موجود
error-organization-not_found = لا توجد مؤسسة { $id }. تحقق من المعرّف.
    .title = المؤسسة غير موجودة
error-invitation-not_found = الدعوة غير موجودة، أو سبق استخدامها، أو انتهت صلاحيتها، أو هي لعنوان بريد إلكتروني آخر. اطلب دعوة جديدة.
    .title = دعوة غير صالحة
error-member-last_owner = ستبقى المؤسسة بلا مالك. اجعل عضوًا آخر مالكًا أولًا.
    .title = آخر مالك
error-member-role_too_high = لا يمكنك منح الدور «{ $role ->
        [viewer] { role-viewer }
        [auditor] { role-auditor }
        [developer] { role-developer }
        [operator] { role-operator }
        [admin] { role-admin }
        [owner] { role-owner }
       *[other] { $role }
    }» أو سحبه لأنه أعلى من دورك. تواصل مع شخص له هذا الدور.
    .title = دور أعلى من دورك
error-member-exists = هذا المستخدم عضو في المؤسسة بالفعل.
    .title = عضو بالفعل
error-api_key-not_found = لا يوجد مفتاح API { $id } في هذه المؤسسة. تحقق من المعرّف.
    .title = مفتاح API غير موجود
error-api_key-ended = أُلغي مفتاح API «{ $name }» أو انتهت صلاحيته. أنشئ مفتاحًا جديدًا.
    .title = مفتاح API لم يعد صالحًا
error-api_key-too_wide = ليس لديك الإذن «{ $permission }»، ولذلك لا يمكن منحه لمفتاح API الخاص بك. احذفه أو اطلبه من أحد المسؤولين.
    .title = أذونات تتجاوز أذوناتك

## Agents.

error-agent-not_found = لا يوجد وكيل { $id } في هذه المؤسسة. تحقق من المعرّف.
    .title = الوكيل غير موجود
error-agent-version_not_found = ليس للوكيل { $id } إصدار { $version }. اختر إصدارًا موجودًا.
    .title = الإصدار غير موجود
error-agent-not_active = لا يمكن استدعاء الوكيل «{ $name }» ما دامت حالته «{ $status ->
        [draft] { status-draft }
        [paused] { status-paused }
        [stopped] { status-stopped }
        [error] { status-error }
        [maintenance] { status-maintenance }
        [retired] { status-retired }
       *[other] { $status }
    }». استخدم وكيلًا نشطًا أو نشّط هذا الوكيل أولًا.
    .title = الوكيل غير نشط
error-agent-deleted = الوكيل «{ $name }» محذوف. استعده أولًا.
    .title = الوكيل محذوف
error-agent-not_deleted = الوكيل «{ $name }» غير محذوف، ولذلك لا يمكن استعادته.
    .title = الوكيل غير محذوف
error-agent-bad_move = { $from ->
        [retired] الوكيل ذو الحالة «retired» خارج الخدمة نهائيًا. أنشئ وكيلًا جديدًا.
       *[other] لا يمكن نقل وكيل من الحالة «{ $from }» إلى «{ $to }». الممكن: { $allowed }.
    }
    .title = تغيير الحالة غير ممكن
error-agent-failed = فشل الوكيل «{ $name }»: { $reason }. حاول مرة أخرى أو أبلغ صاحبه.
    .title = فشل الوكيل
error-agent-panicked = توقف الوكيل «{ $name }» في منتصف عمله. حاول مرة أخرى أو أبلغ صاحبه.
    .title = توقف الوكيل فجأة
error-agent-bad_output = أعاد الوكيل «{ $name }» ناتجًا لا يوافق ما تَعِد به قدرته «{ $capability }». أبلغ صاحبه.
    .title = ناتج وكيل غير صالح
error-agent-timeout = لم يستجب الوكيل «{ $name }» خلال { $seconds ->
        [zero] { $seconds } ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    }. حاول مرة أخرى أو امنحه وقتًا أطول.
    .title = انتهت مهلة الوكيل
error-agent-unhealthy = لا يستجيب الوكيل «{ $name }» حاليًا. حاول مرة أخرى بعد { $seconds ->
        [zero] { $seconds } ثانية
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
        [many] { $seconds } ثانية
       *[other] { $seconds } ثانية
    }.
    .title = الوكيل لا يستجيب
error-agent-busy = بلغ الوكيل «{ $name }» حدّه الأقصى وهو { $limit ->
        [zero] { $limit } استدعاء
        [one] استدعاء واحد
        [two] استدعاءان
        [few] { $limit } استدعاءات
        [many] { $limit } استدعاءً
       *[other] { $limit } استدعاء
    } في آن واحد. حاول مرة أخرى بعد قليل.
    .title = الوكيل مشغول
error-agent-runtime_missing = بيئة التشغيل «{ $runtime }» غير موجودة على هذا الخادم. المتاح: { $known }.
    .title = بيئة التشغيل غير موجودة
error-capability-not_offered = { $offered ->
        [none] القدرة «{ $capability }» غير متاحة، ولا توجد أي قدرة متاحة حاليًا. نشّط وكيلًا أولًا.
       *[other] القدرة «{ $capability }» غير متاحة. المتاح: { $offered }.
    }
    .title = القدرة غير متاحة
error-routing-no_route = لا يستطيع أي وكيل تلقي استدعاء «{ $capability }» حاليًا: { $reasons }. حاول مرة أخرى بعد قليل.
    .title = لا يوجد وكيل متاح
error-invocation-cancelled = قطع المستدعي الاتصال قبل أن تكتمل الإجابة. كرّر الاستدعاء إذا كان لا يزال مطلوبًا.
    .title = أُلغي الاستدعاء

## Records.

error-interaction-not_found = لا يوجد تفاعل { $id } في هذه المؤسسة. تحقق من المعرّف.
    .title = التفاعل غير موجود
error-audit-not_found = لا يوجد سجل تدقيق { $id } في هذه المؤسسة. تحقق من المعرّف.
    .title = سجل التدقيق غير موجود
error-audit-head_not_found = لم يُوقَّع سجل التدقيق عند الحجم { $size }. اختر حالة من القائمة.
    .title = الحالة الموقّعة غير موجودة
error-audit-no_such_size = لا يمكن إثبات سجل التدقيق عند الحجم { $size }. اختر حجمًا بين { $min } و{ $max }.
    .title = حجم غير موجود
error-audit-no_key = لا يملك هذا الخادم مفتاحًا لتوقيع سجل التدقيق. اطلب من مشغّله إعداد مفتاح.
    .title = لا يوجد مفتاح توقيع
error-audit-log_changed = لم يعد سجل التدقيق هو نفسه الذي وُقِّع عند الحجم { $size }. أبلغ مشغّل الخادم فورًا.
    .title = جرى تغيير سجل التدقيق
error-audit-query_too_wide = هذا الاستعلام واسع جدًا: بعد قراءة { $read } من السجلات، حتى الرقم { $sequence }، لم تكتمل النتيجة. ضيّق نطاقه، بالوقت مثلًا.
    .title = استعلام واسع جدًا
error-audit-not_sealed = هذا الخادم لا يحفظ البيانات الشخصية في سجل التدقيق مشفّرة، لذلك لا يمكن محوها. اطلب من مشغّله إعداد مفتاح لها.
    .title = لا يمكن محو البيانات الشخصية
error-audit-subject_not_found = لا توجد في سجل تدقيق هذه المؤسسة بيانات مشفّرة لهذا الشخص. تحقق من المعرّف أو من عنوان البريد.
    .title = لا توجد بيانات للمحو
error-audit-too_many_tails = بلغ عدد متابعات سجلات التدقيق المفتوحة حدّه الأقصى: { $max }. أنهِ واحدة منها، أو حاول مرة أخرى لاحقًا.
    .title = متابعات كثيرة جدًا
error-audit_view-not_found = لا يوجد عرض محفوظ { $id } يمكنك رؤيته. تحقق من المعرّف.
    .title = العرض غير موجود
error-audit_retention-not_found = لا توجد سياسة احتفاظ لسجل التدقيق: تُحفظ سجلاته إلى الأبد. حدّد سياسة أولًا.
    .title = لا توجد سياسة احتفاظ
error-legal_hold-not_found = لا يوجد حجز قانوني { $id } سارٍ في هذه المؤسسة. تحقق من المعرّف.
    .title = الحجز القانوني غير موجود
error-legal_hold-stands = يوجد حجز قانوني سارٍ، لذا لا يمكن حذف أي شيء. اطلب رفعه أولًا.
    .title = حجز قانوني سارٍ
error-audit_export-not_found = لا يوجد تصدير { $id } في هذه المؤسسة. تحقق من المعرّف.
    .title = التصدير غير موجود
error-audit_export-not_ready = ليس للتصدير { $id } ملف (الحالة: { $status ->
        [queued] في الانتظار
        [running] قيد التنفيذ
        [failed] فاشل
       *[other] { $status }
    }). اطّلع على التصدير لمعرفة تقدمه أو سبب فشله.
    .title = لا ملف للتصدير
error-audit_export-expired = انتهت صلاحية ملف التصدير { $id } وحُذف. اطلب تصديرًا جديدًا.
    .title = انتهت صلاحية التصدير
error-audit_export-bad_range = لا يحتوي الملف على الجزء المطلوب (الحجم بالبايت: { $bytes }). اطلب جزءًا داخل الملف.
    .title = جزء غير موجود
error-audit_export-too_large = سيكون التصدير كبيرًا جدًا (الحجم بالبايت: { $bytes } على الأقل، المسموح: { $max }). ضيّق نطاقه، بالوقت مثلًا.
    .title = التصدير كبير جدًا
error-audit_export-too_many_records = سجلات التصدير أكثر مما تسمح به هذه الصيغة (المسموح: { $max }). ضيّق النطاق، بالوقت مثلًا، أو اختر صيغة أخرى.
    .title = سجلات كثيرة جدًا
error-audit_export-too_many = بلغت المؤسسة حدها الأقصى من عمليات التصدير (العدد: { $max }). احذف بعضها أولًا.
    .title = عمليات تصدير كثيرة جدًا
error-audit_export-no_room = لا مكان لملف هذا التصدير (الحجم بالبايت: { $bytes }، المتاح: { $free }). احذف عمليات تصدير أخرى أو اطلب من المشغّل مساحة أكبر.
    .title = لا مكان للتصدير
error-audit_export-storage_failed = لا يمكن قراءة ملفات التصدير أو كتابتها حاليًا. حاول لاحقًا أو أبلغ مشغّل الخادم.
    .title = تخزين التصدير غير متاح
error-audit_export-not_offered = لا يُجري هذا الخادم عمليات تصدير بالصيغة { $format }. اختر صيغة أخرى.
    .title = صيغة غير متاحة
error-audit_export-no_font = ينقص هذا الخادم خط (الكتابة: { $script }). اطلب من مشغّله تثبيت الحزمة { $package }.
    .title = خط مفقود

## Money.

error-money-unknown_currency = «{ $currency }» ليس رمز عملة وفق ISO 4217. اكتب ثلاثة أحرف لاتينية كبيرة، مثل USD.
    .title = عملة غير معروفة
error-money-currency_mismatch = المبلغ بعملة { $found } وليس بعملة { $expected }. حوّله أولًا.
    .title = عملة غير مطابقة
error-money-overflow = الناتج لا يتسع في 28 رقمًا. استخدم مبالغ أصغر أو قرّبها.
    .title = عدد كبير جدًا
error-money-bad_decimal = «{ $text }» ليس عددًا عشريًا. اكتب أرقامًا مع نقطة، مثل 12.50.
    .title = ليس عددًا
error-money-unreadable = النص ليس مبلغًا في هذه اللغة: يصبح غير مفهوم عند الحرف { $place }. صحّحه في هذا الموضع.
    .title = مبلغ غير مقروء
error-money-no_currency = لا يذكر النص أي عملة. اكتبها مع المبلغ، مثل USD.
    .title = العملة ناقصة
error-money-ambiguous_currency = «{ $text }» يدل على عدة عملات. اكتب الرمز بدلًا منه: { $currencies }.
    .title = عملة ملتبسة
error-money-bad_locale = «{ $locale }» ليس رمز لغة. اكتب لغة ومنطقة عند الحاجة، مثل pt-BR.
    .title = رمز لغة غير صالح
error-money-bad_rate = لا يمكن أن يكون سعر الصرف من { $from } إلى { $to } هو { $rate }. يجب أن يكون أكبر من الصفر.
    .title = سعر صرف غير صالح
error-money-rate_loop = أسعار الصرف هذه تدور في حلقة ({ $currencies }) وتضرب المبلغ في { $rate } أثناء ذلك. صحّح أحدها.
    .title = أسعار صرف متناقضة
error-money-no_rate = لا يوجد سعر صرف من { $from } إلى { $to } في { $time }. حدّد سعرًا، أو سعرًا عبر عملة أخرى.
    .title = سعر الصرف غير موجود
error-money-stale_rate = عمر سعر الصرف من { $from } إلى { $to } هو { $age } ساعة، والحد الأقصى المسموح به { $allowed } ساعة. استورد أسعارًا جديدة أو اسمح بأسعار أقدم.
    .title = سعر الصرف قديم جدًا
error-money-bad_rates_file = ملف أسعار الصرف تالف في السطر { $line }: { $reason }. لم يُستورد أي شيء. نزّله مرة أخرى.
    .title = ملف أسعار تالف
error-money-negative_ratio = النسبة رقم { $place } هي { $ratio }. لا يجوز أن تكون النسب سالبة.
    .title = نسبة سالبة
error-money-zero_ratios = كل النسب صفر، فلا يوجد من يُقسم المبلغ بينهم. أعطِ نسبة واحدة على الأقل أكبر من الصفر.
    .title = قسمة على صفر
error-money-too_many_decimals = عدد المنازل العشرية في { $amount } أكبر مما تسمح به عملة { $currency } ({ $allowed }). قرّب المبلغ أو اذكر طريقة التقريب.
    .title = منازل عشرية كثيرة جدًا
## Languages and messages.

error-language-not_found = لا توجد رسائل باللغة «{ $language }». اللغات المتاحة: { $known }.
    .title = اللغة غير متاحة
error-message-not_found = لا توجد رسالة «{ $key }». تحقق من المفتاح.
    .title = الرسالة غير موجودة
error-message_override-not_found = ليس لدى المؤسسة نص مخصص للرسالة «{ $key }» باللغة «{ $language }».
    .title = النص المخصص غير موجود
error-message_override-no_room = بلغت النصوص المخصصة للمؤسسة حدها الأقصى (العدد: { $max }، الحجم الإجمالي: { $size }). احذف بعضها أولًا.
    .title = لا مكان لمزيد من النصوص المخصصة

## The server and its database.

error-journal-full = عدد الاستدعاءات التي تنتظر التسجيل أكبر من السعة المتاحة. حاول مرة أخرى بعد قليل.
    .title = ضغط زائد على الخادم
error-server-full = عدد الاتصالات المفتوحة أكبر مما يقبله الخادم. حاول مرة أخرى بعد قليل.
    .title = اتصالات كثيرة
error-hub-shutting_down = الخادم قيد الإيقاف. حاول مرة أخرى لاحقًا.
    .title = الخادم قيد الإيقاف
error-store-unavailable = يتعذر الوصول إلى قاعدة البيانات أو الكتابة فيها. حاول مرة أخرى لاحقًا.
    .title = قاعدة البيانات غير متاحة
error-store-conflict = هذا العنصر موجود بالفعل أو يشير إليه عنصر آخر. تحقق مما هو موجود ثم حاول مرة أخرى.
    .title = تعارض في قاعدة البيانات
error-store-corrupt = في قاعدة البيانات شيء لم يكتبه هذا الإصدار: { $what }. أبلغ مشغّل الخادم.
    .title = بيانات تالفة
error-store-too_new = مخطط قاعدة البيانات هو { $found }، وهو أحدث من المخطط { $known } لهذا الإصدار. شغّل الإصدار الأحدث.
    .title = قاعدة البيانات أحدث من اللازم
error-store-not_migrated = مخطط قاعدة البيانات هو { $found } من أصل { $known }. نفّذ عمليات الترحيل.
    .title = عمليات ترحيل معلقة
