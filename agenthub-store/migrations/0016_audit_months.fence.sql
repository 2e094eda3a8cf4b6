-- The second fence, as around all other tables.

ALTER TABLE agenthub_audit_months ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_months FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_months USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);
