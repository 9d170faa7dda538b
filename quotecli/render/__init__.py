"""How answers come out: tables, diffs, JSON and the rest. Knows nothing of how they were made."""
