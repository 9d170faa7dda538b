"""Every measurement: `make benchmark`, with CORPUS= a folder or a .jsonl file of real text, SIZES= megabytes for the memory.

SIZES="10 1000" shows that memory hardly grows with the input, and takes a quarter of an hour. Clusters and archives come last.
"""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks import archive, clusters, engines, extraction, memory, page, startup

if __name__ == "__main__":
    startup.main()
    print()
    extraction.main(sys.argv[1] if len(sys.argv) > 1 else None)
    print(flush=True)
    # In a process of its own: the children of one that holds a model count that model in their peak.
    subprocess.run([sys.executable, "-m", "benchmarks.rival", *sys.argv[1:2]], check=True)
    print()
    memory.main(*map(int, os.environ.get("SIZES", "10 50").split()))
    print(flush=True)
    engines.main()
    print(flush=True)
    page.main()
    print(flush=True)
    clusters.main()
    print(flush=True)
    archive.main()
