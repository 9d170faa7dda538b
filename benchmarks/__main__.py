"""Every measurement that takes seconds: `make benchmark`, with CORPUS= a folder or a .jsonl file of real text."""

from __future__ import annotations

import sys

from benchmarks import extraction, startup

if __name__ == "__main__":
    startup.main()
    print()
    extraction.main(sys.argv[1] if len(sys.argv) > 1 else None)
