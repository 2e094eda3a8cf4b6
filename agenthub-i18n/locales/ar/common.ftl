## What a reader is greeted with.

user-welcome = مرحبًا بك يا { $name }!
user-hello = أهلًا { $name }
user-last_seen = آخر زيارة: { DATETIME($at, dateStyle: "medium") }
message-unavailable = هذا النص غير متاح.

## Words on buttons and in tables.

common-yes = نعم
common-no = لا
common-ok = موافق
common-cancel = إلغاء
common-save = حفظ
common-create = إنشاء
common-edit = تعديل
common-delete = حذف
common-restore = استعادة
common-search = بحث
common-close = إغلاق
common-back = رجوع
common-next = التالي
common-retry = إعادة المحاولة
common-loading = جارٍ التحميل…
common-sign_in = تسجيل الدخول
common-sign_out = تسجيل الخروج
common-all = الكل
common-none = لا شيء
common-unknown = غير معروف

## The nouns of the product; they are the glossary.

noun-agent = وكيل
    .plural = الوكلاء
noun-capability = قدرة
    .plural = القدرات
noun-interaction = تفاعل
    .plural = التفاعلات
noun-organization = مؤسسة
    .plural = المؤسسات
noun-user = مستخدم
    .plural = المستخدمون
noun-member = عضو
    .plural = الأعضاء
noun-invitation = دعوة
    .plural = الدعوات
noun-role = دور
    .plural = الأدوار
noun-permission = إذن
    .plural = الأذونات
noun-api_key = مفتاح API
    .plural = مفاتيح API
noun-session = جلسة
    .plural = الجلسات
noun-conversation = محادثة
    .plural = المحادثات
noun-task = مهمة
    .plural = المهام
noun-schedule = جدول زمني
    .plural = الجداول الزمنية
noun-template = قالب
    .plural = القوالب
noun-plugin = إضافة
    .plural = الإضافات
noun-integration = تكامل
    .plural = عمليات التكامل
noun-event = حدث
    .plural = الأحداث
noun-webhook = خطاف ويب
    .plural = خطافات الويب
noun-audit_record = سجل تدقيق
    .plural = سجلات التدقيق
noun-budget = ميزانية
    .plural = الميزانيات
noun-subscription = اشتراك
    .plural = الاشتراكات
noun-runtime = بيئة تشغيل
    .plural = بيئات التشغيل
noun-token = رمز
    .plural = الرموز
noun-version = إصدار
    .plural = الإصدارات
noun-language = لغة
    .plural = اللغات
noun-currency = عملة
    .plural = العملات
noun-time_zone = منطقة زمنية
    .plural = المناطق الزمنية

## Roles of a member, by their name in the API.

role-viewer = مُشاهد
role-auditor = مدقق
role-developer = مطوّر
role-operator = مُشغّل
role-admin = مسؤول
role-owner = مالك

## Statuses, by their name in the API.

status-draft = مسودة
status-active = نشط
status-paused = متوقف مؤقتًا
status-stopped = متوقف
status-error = به عطل
status-maintenance = قيد الصيانة
status-retired = خارج الخدمة نهائيًا
status-deleted = محذوف
status-healthy = سليم
status-degraded = متراجع الأداء
status-unhealthy = معطّل
status-pending = قيد الانتظار
status-running = قيد التنفيذ
status-success = ناجح
status-failure = فاشل
status-cancelled = ملغى

## How many there are.

count-agents = { $count ->
        [zero] لا وكلاء
        [one] وكيل واحد
        [two] وكيلان
        [few] { $count } وكلاء
        [many] { $count } وكيلًا
       *[other] { $count } وكيل
    }
count-capabilities = { $count ->
        [zero] لا قدرات
        [one] قدرة واحدة
        [two] قدرتان
        [few] { $count } قدرات
        [many] { $count } قدرة
       *[other] { $count } قدرة
    }
count-interactions = { $count ->
        [zero] لا تفاعلات
        [one] تفاعل واحد
        [two] تفاعلان
        [few] { $count } تفاعلات
        [many] { $count } تفاعلًا
       *[other] { $count } تفاعل
    }
count-members = { $count ->
        [zero] لا أعضاء
        [one] عضو واحد
        [two] عضوان
        [few] { $count } أعضاء
        [many] { $count } عضوًا
       *[other] { $count } عضو
    }
count-tasks = { $count ->
        [zero] لا مهام
        [one] مهمة واحدة
        [two] مهمتان
        [few] { $count } مهام
        [many] { $count } مهمة
       *[other] { $count } مهمة
    }
count-tokens = { $count ->
        [zero] لا رموز
        [one] رمز واحد
        [two] رمزان
        [few] { $count } رموز
        [many] { $count } رمزًا
       *[other] { $count } رمز
    }
count-results = { $count ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }
