"""The heart: for any events in any order and any date, the standing never flatters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.standing import (
    KINDS,
    PRECEDENCE,
    PROOF_DAYS,
    Event,
    events_of,
    span_on,
    standing,
    timeline,
)

START = date(2020, 1, 1)
DAYS = 3650
ADVERSE = {"revoked", "suspended", "sanctioned", "revocation_disputed"}


def day(offset: int) -> date:
    return START + timedelta(days=offset)


def event(kind: str, on: str, **more: object) -> Event:
    when = date.fromisoformat(on)
    return Event(kind, when, when, **more)  # type: ignore[arg-type]


def on(text: str) -> date:
    return date.fromisoformat(text)


@st.composite
def events(draw: st.DrawFn) -> Event:
    first = draw(st.integers(0, DAYS))
    width = draw(st.sampled_from([0, 0, 0, 30, 364]))
    until = draw(st.none() | st.integers(first, first + 700))
    expires = draw(st.none() | st.integers(first, first + 700))
    kind = draw(st.sampled_from(sorted(KINDS)))
    return Event(
        kind,
        day(first),
        day(first + width),
        day(until) if until is not None and kind == "suspended" else None,
        day(expires) if expires is not None and kind == "licensed" else None,
        draw(st.booleans()),
    )


some_events = st.lists(events(), max_size=6)
some_day = st.integers(-10, DAYS + 800).map(day)

# The rule that any reader can check by hand, written without looking at the implementation.


def has_fresh_proof(all_events: list[Event], today: date) -> bool:
    return any(
        one.kind == "licensed"
        and one.proof
        and one.last <= today
        and (today - one.first).days <= PROOF_DAYS
        and not (one.expires_on and one.expires_on < today)
        for one in all_events
    )


@given(some_events, some_day)
@settings(max_examples=400, deadline=None)
def test_no_green_without_evidence_of_at_most_90_days(found: list[Event], today: date) -> None:
    if standing(found, today).word == "licensed":
        assert has_fresh_proof(found, today)


@given(some_events, some_day, st.randoms())
@settings(max_examples=400, deadline=None)
def test_the_order_in_the_file_does_not_matter(
    found: list[Event], today: date, shuffle: object
) -> None:
    before = standing(found, today)
    mixed = list(found)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    after = standing(mixed, today)
    assert (before.word, before.reason) == (after.word, after.reason)


@given(some_events, events(), some_day)
@settings(max_examples=400, deadline=None)
def test_adverse_beats_favourable(found: list[Event], adverse: Event, today: date) -> None:
    """With an adverse event as the newest word, nothing turns green."""
    if adverse.kind in ADVERSE and adverse.first <= today:
        older = [one for one in found if one.first <= adverse.last]
        assert standing([*older, adverse], today).word != "licensed"


@given(some_events, some_day)
@settings(max_examples=300, deadline=None)
def test_one_more_adverse_event_never_helps(found: list[Event], today: date) -> None:
    revoked = Event("revoked", today, today)
    before = PRECEDENCE.index(standing(found, today).word)
    after = PRECEDENCE.index(standing([*found, revoked], today).word)
    assert after == 0 <= before


@given(some_events)
@settings(max_examples=30, deadline=None)
def test_the_timeline_agrees_with_the_function_on_every_day_of_ten_years(
    found: list[Event],
) -> None:
    spans = timeline(found, START)
    for offset in range(0, DAYS + 1):
        today = day(offset)
        assert span_on(spans, today).standing == standing(found, today), today


@given(some_events)
@settings(max_examples=200, deadline=None)
def test_the_timeline_is_whole_and_each_span_differs_from_the_next(found: list[Event]) -> None:
    spans = timeline(found, START)
    assert spans[0].since == START
    assert spans[-1].until is None
    for one, after in zip(spans, spans[1:], strict=False):
        assert one.until == after.since - timedelta(days=1)
        assert one.standing != after.standing


@given(some_events, events(), some_day)
@settings(max_examples=300, deadline=None)
def test_a_lapsed_suspension_is_never_green_by_itself(
    found: list[Event], suspension: Event, today: date
) -> None:
    if suspension.kind != "suspended" or not suspension.until or suspension.until >= today:
        return
    older = [
        one
        for one in found
        if one.kind not in ("suspension_ended",) and one.first <= suspension.until
    ]
    assert standing([*older, suspension], today).word in ("recheck", "suspended", "revoked")


CASES = [
    ([], "2026-11-21", "unproven", "no_proof"),
    (
        [event("named", "2026-11-20", proof=True), event("self_declared", "2026-11-20")],
        "2026-11-21",
        "unproven",
        "no_proof",
    ),
    ([event("licensed", "2026-11-01", proof=True)], "2026-11-21", "licensed", "licensed"),
    ([event("licensed", "2026-11-01")], "2026-11-21", "unproven", "no_proof"),
    ([event("licensed", "2026-11-22", proof=True)], "2026-11-21", "unproven", "no_proof"),
    ([event("licensed", "2026-08-23", proof=True)], "2026-11-21", "licensed", "licensed"),
    ([event("licensed", "2026-08-22", proof=True)], "2026-11-21", "recheck", "proof_old"),
    (
        [event("licensed", "2026-11-01", proof=True, expires_on=on("2026-11-20"))],
        "2026-11-21",
        "recheck",
        "licence_expired",
    ),
    (
        [event("licensed", "2026-11-01", proof=True, expires_on=on("2026-11-21"))],
        "2026-11-21",
        "licensed",
        "licensed",
    ),
    (
        [event("suspended", "2026-02-03", until=on("2026-05-03"))],
        "2026-05-03",
        "suspended",
        "suspended",
    ),
    (
        [event("suspended", "2026-02-03", until=on("2026-05-03"))],
        "2026-05-04",
        "recheck",
        "suspension_lapsed",
    ),
    ([event("suspended", "2026-02-03")], "2036-01-01", "suspended", "suspended"),
    (
        [event("suspended", "2026-02-03"), event("suspension_ended", "2026-03-01")],
        "2026-03-02",
        "recheck",
        "lifting_unproven",
    ),
    ([event("suspension_ended", "2026-03-01")], "2026-03-02", "recheck", "lifting_unproven"),
    ([event("suspension_ended", "2026-03-01", proof=True)], "2026-03-02", "unproven", "no_proof"),
    (
        [
            event("suspended", "2026-02-03"),
            event("suspension_ended", "2026-03-01"),
            event("licensed", "2026-03-05", proof=True),
        ],
        "2026-03-06",
        "licensed",
        "licensed",
    ),
    (
        [event("suspended", "2026-02-03"), event("suspension_ended", "2026-03-01", proof=True)],
        "2026-03-02",
        "unproven",
        "no_proof",
    ),
    (
        [event("revoked", "2015-05-05"), event("licensed", "2026-11-01", proof=True)],
        "2026-11-21",
        "licensed",
        "licensed",
    ),
    (
        [event("licensed", "2026-11-01", proof=True), event("revoked", "2026-11-02")],
        "2026-11-21",
        "revoked",
        "revoked",
    ),
    (
        [event("licensed", "2026-11-01", proof=True), event("not_licensed", "2026-11-10")],
        "2026-11-21",
        "recheck",
        "conflict",
    ),
    ([event("not_licensed", "2022-08-14")], "2026-11-21", "unproven", "not_licensed"),
    ([event("revocation_disputed", "2020-05-18")], "2026-11-21", "recheck", "disputed"),
    ([event("sanctioned", "2026-02-05")], "2026-11-21", "recheck", "sanction_unclear"),
    (
        [event("health_pause", "2020-11-20"), event("name_misused", "2025-01-01")],
        "2026-11-21",
        "unproven",
        "no_proof",
    ),
]


@pytest.mark.parametrize(("found", "today", "word", "reason"), CASES)
def test_known_cases(found: list[Event], today: str, word: str, reason: str) -> None:
    now = standing(found, on(today))
    assert (now.word, now.reason) == (word, reason)


def test_a_date_known_to_the_year_counts_against_the_agency() -> None:
    """A revocation of "2026" is in force from its first day; a licence of "2026" only helps when
    the year is over, and then counts as old as it can be."""
    revoked = Event("revoked", on("2026-01-01"), on("2026-12-31"))
    licensed = Event("licensed", on("2026-01-01"), on("2026-12-31"), proof=True)
    assert standing([revoked], on("2026-01-01")).word == "revoked"
    assert standing([licensed], on("2026-06-01")).word == "unproven"
    assert standing([licensed], on("2027-01-01")).word == "recheck"


def test_the_span_says_until_when_it_may_be_trusted() -> None:
    spans = timeline([event("licensed", "2026-11-01", proof=True)], on("2026-11-21"))
    assert [(one.standing.word, one.until) for one in spans] == [
        ("licensed", on("2027-01-30")),
        ("recheck", None),
    ]


REAL = [
    ("multi-intan-amanah-internasional", "2026-11-21", {"revoked"}),
    ("multi-intan-amanah-internasional", "2025-04-01", {"suspended"}),
    ("bumi-mas-indonesia-mandiri", "2026-03-01", {"suspended"}),
    ("bumi-mas-indonesia-mandiri", "2026-11-21", {"recheck"}),
    ("sukses-mandiri-utama", "2026-11-21", {"unproven"}),
    ("elshafah-adi-wiguna-mandiri", "2026-11-21", {"recheck"}),
]


@pytest.mark.parametrize(("agency", "today", "words"), REAL)
def test_real_agencies(catalogue, agency: str, today: str, words: set[str]) -> None:  # type: ignore[no-untyped-def]
    found = events_of(catalogue.get("agencies", agency), catalogue.source_kinds)
    assert standing(found, on(today)).word in words


def test_every_event_kind_of_the_vocabulary_is_known_here(catalogue) -> None:  # type: ignore[no-untyped-def]
    listed = {value["id"] for value in catalogue.get("vocabulary", "event_kinds")["values"]}
    assert listed == KINDS


def test_every_reason_and_word_has_a_sentence(catalogue) -> None:  # type: ignore[no-untyped-def]
    words = {value["id"] for value in catalogue.get("vocabulary", "standings")["values"]}
    assert words == set(PRECEDENCE)
    reasons = {value["id"] for value in catalogue.get("vocabulary", "reasons")["values"]}
    assert {reason for _, _, _, reason in CASES} <= reasons
