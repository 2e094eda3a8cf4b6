-- The second fence, as around all other tables.

ALTER TABLE agenthub_audit_retentions ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_retentions FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_retentions USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_legal_holds ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_legal_holds FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_legal_holds USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);
