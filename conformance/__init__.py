"""Cases that any finder of quotations can be held to: what is asked (`sections.py`), of whom (`tool.py`), and three tools that answer
(`adapters/`).

`python -m conformance --tool NAME` runs them; README.md tells the form of the cases, and has the table.
"""
