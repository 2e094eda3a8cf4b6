-- The second fence: a transaction sees the rows of the one organization that it was opened for, whatever its SQL says.
-- `agenthub.organization_id` and `agenthub.platform` are set in the message that begins each transaction; where
-- neither is set there are no rows. Users belong to no organization; of them a transaction sees the members.
--
-- The settings are asked for in a subquery, so that they are read once a statement and not once a row.

ALTER TABLE agenthub_organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_organizations USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_members FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_members USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_invitations USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_api_keys USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_logins ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_logins FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_logins USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_agents ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_agents FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_agents USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_agent_capabilities ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_agent_capabilities FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_agent_capabilities USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_agent_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_agent_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_agent_versions USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_interactions ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_interactions FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_interactions USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_audit_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_heads USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_audit_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_audit_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_audit_entries USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR organization_id = (SELECT NULLIF(current_setting('agenthub.organization_id', true), '')::uuid)
);

ALTER TABLE agenthub_users ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenthub_users FORCE ROW LEVEL SECURITY;
CREATE POLICY agenthub_fence ON agenthub_users USING (
    (SELECT current_setting('agenthub.platform', true)) = 'on'
    OR id IN (SELECT user_id FROM agenthub_members)
);
