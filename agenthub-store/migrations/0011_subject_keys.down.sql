-- The way down erases everybody: nothing opens what was sealed under these keys.
DROP TABLE agenthub_subject_keys;
