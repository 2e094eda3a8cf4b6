DROP TABLE agenthub_audit_tree_heads;
DROP TABLE agenthub_audit_tiles;
DROP TABLE agenthub_audit_trees;
