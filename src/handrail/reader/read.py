"""Free text -> cards. Nothing is put in that the text does not say."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from handrail.catalogue.model import Catalogue
from handrail.errors import FileError
from handrail.reader.cards import cards_of
from handrail.reader.lexicon import lexicon_of
from handrail.reader.mentions import find_mentions
from handrail.reader.model import Card, Document
from handrail.reader.page import page_of
from handrail.reader.threads import split_thread


class _Line(msgspec.Struct):
    doc_id: str
    text: str


def read_text(text: str, catalogue: Catalogue) -> tuple[Card, ...]:
    """Every exercise that a text mentions, by place."""
    lexicon = lexicon_of(catalogue)
    page = page_of(text, lexicon.spelling.mend)
    return cards_of(page, find_mentions(page, lexicon), lexicon, catalogue)


def read_file_documents(text: str, catalogue: Catalogue) -> tuple[Document, ...]:
    """The documents of a file: one a post of a saved thread, else one."""
    return tuple(
        Document(doc_id=post.doc_id, text=post.text, mentions=read_text(post.text, catalogue))
        for post in split_thread(text).posts
    )


def read_lines(text: str, catalogue: Catalogue, filename: str) -> Iterator[Document]:
    """The documents of a file with one ``{"doc_id", "text"}`` a line, as they are read.

    Every line is checked before the first one is read.

    Raises
    ------
    FileError
        When a line is no such document; the sentence names it.
    """
    numbered = enumerate(text.split("\n"), start=1)
    lines = [_line(line, f"{filename}, line {number}") for number, line in numbered if line.strip()]
    for line in lines:
        yield Document(doc_id=line.doc_id, text=line.text, mentions=read_text(line.text, catalogue))


def _line(line: str, name: str) -> _Line:
    try:
        return msgspec.json.decode(line, type=_Line)
    except (msgspec.DecodeError, RecursionError) as error:
        raise FileError(
            f"{name} cannot be read: {error}.", 'Write one {"doc_id": "...", "text": "..."} a line.'
        ) from error
