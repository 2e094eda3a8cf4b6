## The audit log on pages.

audit_report-title = سجل التدقيق
audit_report-page = صفحة { $page } من { $pages }
audit_report-records = السجلات
audit_report-filter = عامل التصفية
audit_report-everything = كل السجلات
audit_report-numbers = أرقام التسلسل
audit_report-size = حجم السجل الموقَّع
audit_report-root = تجزئة الجذر
audit_report-asked_by = بطلب من
audit_report-made = وقت الإنشاء
audit_report-number = الرقم
audit_report-time = الوقت
audit_report-actor = من
audit_report-action = الإجراء
audit_report-thing = ماذا
audit_report-outcome = النتيجة
audit_report-changes = التغييرات
audit_report-withheld = محجوب
audit_report-erased = محذوف
audit_report-unreadable = غير مقروء

## Kinds of actors, by their name in the API.

actor-human = شخص
actor-ai_agent = وكيل ذكاء اصطناعي
actor-api_key = مفتاح API
actor-automation = أتمتة
actor-plugin = إضافة
actor-system = النظام

## How much a record matters, by its name in the API.

severity-info = معلومة
severity-warning = تحذير
severity-critical = حرج
