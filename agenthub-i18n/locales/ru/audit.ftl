## The audit log on pages.

audit_report-title = Журнал аудита
audit_report-page = Страница { $page } из { $pages }
audit_report-records = Записи
audit_report-filter = Фильтр
audit_report-everything = все записи
audit_report-numbers = Порядковые номера
audit_report-size = Размер подписанного журнала
audit_report-root = Корневой хеш
audit_report-asked_by = Запросил
audit_report-made = Создано
audit_report-number = №
audit_report-time = Время
audit_report-actor = Кто
audit_report-action = Действие
audit_report-thing = Что
audit_report-outcome = Итог
audit_report-changes = Изменения
audit_report-withheld = скрыто
audit_report-erased = стёрто
audit_report-unreadable = не читается

## Kinds of actors, by their name in the API.

actor-human = Человек
actor-ai_agent = ИИ-агент
actor-api_key = Ключ API
actor-automation = Автоматизация
actor-plugin = Плагин
actor-system = Система

## How much a record matters, by its name in the API.

severity-info = Информация
severity-warning = Предупреждение
severity-critical = Критично
