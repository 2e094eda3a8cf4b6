
ALTER TABLE agenthub_message_overrides ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_message_overrides FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_message_overrides USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);
