-- The second fence around the tables of the index, as around all others.

ALTER TABLE agenthub_audit_indexes ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_indexes FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_indexes USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_audit_blocks ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_blocks FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_blocks USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_audit_postings ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_postings FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_postings USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_audit_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_counts USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);
