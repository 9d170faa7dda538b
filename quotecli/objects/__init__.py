"""What the nouns can be turned into: JSON and back, tables, a line, a page.

The methods of the nouns call these functions and import them when they are called, so the model stays as light as it is.
"""

from __future__ import annotations

from quotecli.objects.contexts import sentence_of
from quotecli.objects.frames import to_dataframe
from quotecli.objects.lines import in_a_line
from quotecli.objects.pages import on_a_page
from quotecli.objects.records import from_json, to_dict, to_json

__all__ = ["from_json", "in_a_line", "on_a_page", "sentence_of", "to_dataframe", "to_dict", "to_json"]
