"""Everything the build writes. In: a catalogue; out: {path: text or bytes}, for any site engine."""

from __future__ import annotations

from portal.catalogue import Catalogue

Files = dict[str, str | bytes]


def everything(catalogue: Catalogue) -> Files:
    """Return every generated file: record pages, open data, search indexes, prints."""
    # Imported here: search asks portal.render.words for its sentences, and Typst loads slowly.
    from portal.render import (
        answers,
        authored,
        book,
        cards,
        install,
        messages,
        nearby,
        open_data,
        outreach,
        page_texts,
        pages,
        sheets,
    )
    from portal.search import files as search

    made = pages.render(catalogue)
    readable = page_texts.readable(authored.render(catalogue) | made)
    files: Files = {**made, **open_data.render(catalogue), **book.render(catalogue)}
    files.update(search.render(catalogue, readable) | install.render(catalogue))
    files.update(answers.render(catalogue) | nearby.render(catalogue))
    files.update(sheets.render(catalogue) | cards.render(catalogue))
    files.update(outreach.calendar(catalogue))
    files.update(messages.sounds(catalogue))
    return dict(sorted(files.items()))
