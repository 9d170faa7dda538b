"""Clustering of large collections over arrays, with numpy (the extra `scale`) and a compiled part: the same answers, sooner.

Nothing here is loaded for a small collection, and nothing is missed where either is not there: plain Python then does it all.
"""
