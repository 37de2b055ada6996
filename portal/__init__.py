"""Jalur Resmi: curated facts go in, a checked catalogue and its renderings come out.

Imports go one way:
problems, model, text <- load <- schema <- check <- catalogue <- standing, locks <- search <- render
<- __main__, hooks, scripts <- tests. Only `load` opens data files.
"""
