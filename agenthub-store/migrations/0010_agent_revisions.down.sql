DROP INDEX agenthub_agents_by_revision;
ALTER TABLE agenthub_agents DROP COLUMN revision;
