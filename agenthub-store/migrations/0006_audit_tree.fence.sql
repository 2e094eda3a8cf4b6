-- The second fence around the tables of the tree, as around all others.

ALTER TABLE agenthub_audit_trees ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_trees FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_trees USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_audit_tiles ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_tiles FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_tiles USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_audit_tree_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_tree_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_tree_heads USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);
