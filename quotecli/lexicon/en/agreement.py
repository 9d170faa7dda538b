"""Words that tell nobody apart when a name that was found is held against the name that was annotated."""

PRONOUNS = frozenset("he she they it who i we you his her their".split())
"""Stand for whoever is named nearby: that two of them are the same word says nothing."""

TITLES = frozenset("the a an mr mrs ms dr gov sen rep president senator governor of s former".split())
"""Stand before a name, and one article prints what another leaves out."""
