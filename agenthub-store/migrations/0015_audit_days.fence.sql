-- The second fence, as around all other tables.

ALTER TABLE agenthub_audit_days ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_days FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_days USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_audit_quarters ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_quarters FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_quarters USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);
