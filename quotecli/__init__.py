"""Read news articles; find the direct quotations and who said them; compare the wordings in which outlets print one utterance."""

__version__ = "0.1.0"
