"""Jalur Resmi: curated facts go in, a checked catalogue and its renderings come out.

Imports go one way:
model <- problems, text, clock <- rows, convert <- load, package <- schema <- standing, locks
<- check <- catalogue <- search <- render <- edge <- __main__, hooks, scripts <- tests.
Only `load` opens data files. tests/test_layers.py holds the exact list.
"""
