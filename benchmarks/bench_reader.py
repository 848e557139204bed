"""How many posts are read in a second of CPU."""

from __future__ import annotations

import time

from benchmarks.table import Measured, show
from handrail.catalogue.loader import content_root, load_catalogue
from handrail.reader.read import read_text
from handrail.reader.threads import split_thread

ROUNDS = 10


def main() -> None:
    """Read the welcome thread over and over."""
    catalogue = load_catalogue()
    raw = (content_root() / "welcome_thread.txt").read_text(encoding="utf-8")
    posts = [post.text for post in split_thread(raw).posts]
    read_text(posts[0], catalogue)
    started = time.process_time()
    for _ in range(ROUNDS):
        for text in posts:
            read_text(text, catalogue)
    seconds = time.process_time() - started
    count = ROUNDS * len(posts)
    mean = sum(map(len, posts)) / len(posts)
    show(
        "Reader",
        [
            Measured(f"posts of {mean:.0f} characters a CPU second", f"{count / seconds:.0f}"),
            Measured("CPU a post", f"{seconds / count * 1000:.1f} ms", "at most 150 ms"),
        ],
    )


if __name__ == "__main__":
    main()
