"""Bytes -> text -> a saved thread: its posts and authors, without the page's furniture."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from handrail.errors import FileError, ThreadError
from handrail.reader.model import Post, Thread
from handrail.reader.stamps import Stamp, has_title_below, stamps_of

MOST_BYTES = 2_000_000
TITLE_WORDS = 14  # a longer line is a sentence of a post
SOMEONE = "someone"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TITLE = re.compile(r"\s*([^\n]+)\n\s*\n")  # a line that stands alone
_RESPONSES = re.compile(
    r"^[ \t]*(?P<count>\d{1,5}) +(?:responses?|repl(?:y|ies)|comments?|answers?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
# Lines that pages put under posts. Whatever follows the last one belongs to the page.
_FURNITURE = re.compile(
    r"^[ \t]*(?:have an answer\?|didn't find .{0,60}\?|ask a question|top \S+ ?\S* answerers|popular resources"
    r"|related (?:questions|posts|topics)|(?:log|sign) in to \S+.*|post a(?:n)? (?:answer|comment|reply)"
    r"|reply|like|share|report(?: this)?|comment|helpful\??|\d+ (?:likes?|found this helpful))[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


def decode(raw: bytes, name: str = "The file") -> str:
    """The text of a file: UTF-8 with or without its mark, or UTF-16 with its mark.

    `name` is what sentences about it call it.

    Raises
    ------
    FileError
        When the file is empty, too big, no text, or in an encoding that cannot be told for sure.
    """
    if len(raw) > MOST_BYTES:
        raise FileError(f"{name} is bigger than 2 MB.", "Save only the page that you want to read.")
    text = _decoded(raw, name)
    if "\0" in text:
        raise FileError(f"{name} is not a text.", "Save the page as plain text.")
    if not text.strip():
        raise FileError(f"{name} is empty.", "Choose a file that holds the text.")
    return text


def _decoded(raw: bytes, name: str) -> str:
    encoding = "utf-16" if raw.startswith(_UTF16) else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileError(
            f"{name} is in letters that cannot be told for sure.", "Save it as plain text in UTF-8."
        ) from error


def split_thread(text: str) -> Thread:
    """Take a saved page apart. A text that is no saved page is one post.

    Raises
    ------
    ThreadError
        When no post holds a word.
    """
    stamps = stamps_of(text)
    title, start = _title(text, stamps)
    posts = tuple(_posts(text, _parts(text, start, stamps)))
    if not posts:
        raise ThreadError("No post can be found in the text.", "Save the whole page as text and try again.")
    announced = _RESPONSES.search(text) if stamps else None
    return Thread(
        title=title,
        posts=posts,
        announced_responses=int(announced["count"]) if announced else None,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """Where a post of an author stands, furniture and all."""

    author: str
    start: int
    end: int


def _parts(text: str, start: int, stamps: Sequence[Stamp]) -> Iterator[_Part]:
    if not stamps:
        yield _Part(SOMEONE, 0, len(text))
    ends = [*(stamp.start for stamp in stamps[1:]), len(text)]
    for stamp, end in zip(stamps, ends, strict=bool(stamps)):
        begin = max(start, stamp.end)
        yield _Part(stamp.author, begin, end)
        if any(_ends_page(line) for line in _FURNITURE.finditer(text, begin, end)):
            return


def _ends_page(line: re.Match[str]) -> bool:
    """Whether the page ends here; the buttons of a single post are short words."""
    return len(line.group().split()) > 1 and not line.group().strip()[0].isdigit()


def _posts(text: str, parts: Iterable[_Part]) -> Iterator[Post]:
    number = 0
    for part in parts:
        start, end = _trimmed(text, part)
        if start < end:
            number += 1
            yield Post(doc_id=f"post-{number}", author=part.author, text=text[start:end], start=start)


def _trimmed(text: str, part: _Part) -> tuple[int, int]:
    """The part without furniture at its end and without blank edges."""
    furniture = _FURNITURE.search(text, part.start, part.end) if part.author != SOMEONE else None
    end = furniture.start() if furniture else part.end
    counted = _RESPONSES.search(text, part.start, end) if part.author != SOMEONE else None
    end = counted.start() if counted else end
    body = text[part.start : end]
    return part.start + len(body) - len(body.lstrip()), part.start + len(body.rstrip())


def _title(text: str, stamps: Sequence[Stamp]) -> tuple[str, int]:
    """The page's title, and where the first post may begin."""
    if not stamps:
        return _shortened(text), 0
    if not has_title_below(text, stamps[0]):
        return _shortened(text[: stamps[0].start].strip().partition("\n")[0] or text), stamps[0].end
    match = _TITLE.match(text, stamps[0].end)
    if match and len(match[1].split()) <= TITLE_WORDS and match[1].rstrip()[-1:] not in {".", ","}:
        return match[1].strip(), match.end()
    return _shortened(text[stamps[0].end :]), stamps[0].end


def _shortened(text: str) -> str:
    words = text.split()
    return " ".join(words[:TITLE_WORDS]) + ("…" if len(words) > TITLE_WORDS else "")
