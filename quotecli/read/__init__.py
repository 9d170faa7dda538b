"""How articles get in: one file a format, a registry (`formats.py`), one door (`door.py`)."""

from quotecli.read.door import read_input, read_sources
from quotecli.read.inputs import Input, list_inputs
from quotecli.read.options import MAX_SIZE, ReadOptions

__all__ = ["MAX_SIZE", "Input", "ReadOptions", "list_inputs", "read_input", "read_sources"]
