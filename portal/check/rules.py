"""The list of rules, by name. A rule returns problems and prints nothing.

RULES look at records and are functions `check_<name>`; LOADED_RULES speak up earlier, while files
are read and values fitted to the description, and stand in the module named beside them. Every rule
has a case in tests/cases/ and a page in content/staf/aturan/ (see tests/test_check.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from portal import content, load, package, schema
from portal.check import (
    contact,
    dates,
    exceptions,
    identity,
    instance,
    language,
    law,
    needs,
    pages,
    proof,
    quoting,
    references,
    safety,
    sound,
    sources,
    words,
)
from portal.check.context import Context, Rule

__all__ = ["LAST", "LOADED_RULES", "RULES", "Context", "Rule", "every_rule"]


def _named(*rules: Rule) -> Mapping[str, Rule]:
    return {_name(one): one for one in rules}


def _name(rule: Rule) -> str:
    return rule.__name__.removeprefix("check_").replace("_", "-")


RULES: Mapping[str, Rule] = _named(
    references.check_unknown_region,
    references.check_unknown_source,
    references.check_unknown_reference,
    references.check_withheld_reference,
    references.check_repeated_value,
    references.check_region_parent,
    identity.check_id_format,
    identity.check_duplicate_id,
    identity.check_reused_id,
    identity.check_odd_letter,
    identity.check_same_name,
    identity.check_same_phone,
    identity.check_same_address,
    dates.check_date_order,
    dates.check_future_date,
    dates.check_impossible_date,
    dates.check_undated_event,
    dates.check_event_order,
    proof.check_proof_date,
    contact.check_phone_format,
    contact.check_short_number,
    contact.check_url_format,
    contact.check_licence_format,
    contact.check_office_email,
    words.check_vocabulary,
    words.check_unknown_vocabulary,
    words.check_unused_vocabulary,
    words.check_old_terms,
    language.check_long_sentence,
    language.check_officialese,
    language.check_wall_of_text,
    language.check_unknown_abbreviation,
    language.check_one_heading,
    law.check_law_range,
    law.check_fine_category,
    law.check_number_order,
    pages.check_unknown_placeholder,
    quoting.check_broken_placeholder,
    quoting.check_placeholder_place,
    pages.check_superseded_rule,
    pages.check_typed_fact,
    needs.check_unkept_page,
    needs.check_unknown_page,
    needs.check_missing_topic,
    needs.check_topic_mismatch,
    needs.check_stale_topic,
    needs.check_unnamed_gap,
    pages.check_overdue_page,
    pages.check_far_review,
    pages.check_empty_page,
    safety.check_personal_data,
    safety.check_html_or_script,
    safety.check_formula,
    sources.check_source_never_checked,
    sources.check_source_without_url,
    sources.check_unused_source,
    sources.check_without_basis,
    sound.check_audio_file,
    sound.check_message_length,
    instance.check_one_instance,
    instance.check_instance_incomplete,
    exceptions.check_unknown_rule,
    exceptions.check_expired_exception,
    exceptions.check_unused_exception,
)
# These look at what the others found, so they run after them.
LAST = frozenset({"unused-exception"})
LOADED_RULES: Mapping[str, str] = {
    **dict.fromkeys(load.RULES, "portal.load"),
    **dict.fromkeys(package.RULES, "portal.package"),
    **dict.fromkeys(schema.RULES, "portal.schema"),
    **dict.fromkeys(content.RULES, "portal.content"),
    "rule-crashed": "portal.check.run",
    "stray-file": "portal.check.run",
}


def every_rule() -> list[str]:
    """Return the names of all rules, sorted."""
    return sorted({*RULES, *LOADED_RULES})
