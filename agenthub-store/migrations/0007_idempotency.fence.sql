
ALTER TABLE agenthub_idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_idempotency USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);
