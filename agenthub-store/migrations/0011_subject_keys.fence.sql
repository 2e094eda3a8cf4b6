
ALTER TABLE agenthub_subject_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_subject_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_subject_keys USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);
