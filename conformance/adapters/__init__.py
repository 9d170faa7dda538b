"""Tools that answer: a module each, with the tool as `tool()`; it raises ImportError where what it needs is not installed."""
