"""Jalur Resmi: curated facts go in, a checked catalogue and its renderings come out.

Imports go one way, and only `load` opens data files: LAYERS in tests/test_layers.py is the list.
"""
