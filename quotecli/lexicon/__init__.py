"""Words on shelves: data that the rules look up, each list with a comment that says what membership means."""
