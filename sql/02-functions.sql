-- Brings every function of Quartermaster into a session (the sql verb does this by itself).
-- docs/functions.md says what each takes and gives.
LOAD MODULE quartermaster;
