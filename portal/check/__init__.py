"""Judging the data. In: a folder and a day; out: records and every problem, all at once."""

from portal.check.run import Checked, check

__all__ = ["Checked", "check"]
