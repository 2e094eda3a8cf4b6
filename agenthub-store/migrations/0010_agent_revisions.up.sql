-- To which of the organization's revisions an agent's last change belongs, so that a node reads again only what changed.
ALTER TABLE agenthub_agents ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
CREATE INDEX agenthub_agents_by_revision ON agenthub_agents (organization_id, revision);
