DROP TABLE agenthub_message_overrides;
ALTER TABLE agenthub_users DROP COLUMN time_zone;
ALTER TABLE agenthub_users DROP COLUMN language;
ALTER TABLE agenthub_organizations DROP COLUMN time_zone;
ALTER TABLE agenthub_organizations DROP COLUMN language;
