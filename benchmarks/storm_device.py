"""A device in the storm: it sends its logs until each is acknowledged, and often lets go too early."""

from __future__ import annotations

import asyncio
import json
import random
import socket
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

ABORTS = 0.33  # the chance that a send is aborted
# Longer than all devices' sends take on a busy computer: with less, they give up and send anew for ever.
PATIENCE_S = 60
LONGEST_PAUSE_S = 0.25
AT_ONCE = struct.pack("ii", 1, 0)  # SO_LINGER: close without a goodbye

Batch = Sequence[dict[str, Any]]


@dataclass
class Tally:
    """What happened to the sends. `sends` counts those that reached a server."""

    sends: int = 0
    aborted: int = 0
    cut_off: int = 0
    acknowledged: int = 0
    surprises: list[str] = field(default_factory=list)


async def deliver(port: int, batches: Sequence[Batch], tally: Tally, chance: random.Random) -> None:
    """Send batch after batch, each with the same ids until the server says that it has them."""
    for batch in batches:
        while not await _send(port, _message(port, batch), tally, chance):  # noqa: ASYNC110 -- it tries anew
            await asyncio.sleep(chance.uniform(0, LONGEST_PAUSE_S))
        tally.acknowledged += 1


def _message(port: int, batch: Batch) -> bytes:
    body = json.dumps(batch).encode()
    head = (
        f"POST /api/logs/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body


async def _send(port: int, message: bytes, tally: Tally, chance: random.Random) -> bool:
    """Whether the server acknowledged it."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    tally.sends += 1
    try:
        if chance.random() < ABORTS:
            tally.aborted += 1
            await _let_go(writer, message, chance)
            return False
        return await _listen(reader, writer, message, tally)
    except (OSError, TimeoutError):
        tally.cut_off += 1
        return False
    finally:
        writer.transport.abort()


async def _let_go(writer: asyncio.StreamWriter, message: bytes, chance: random.Random) -> None:
    """Close in mid-send, or after sending everything but before the answer is read."""
    if chance.random() < 0.5:  # noqa: PLR2004 -- heads or tails
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
    whole = chance.random() < 0.5  # noqa: PLR2004 -- the same
    writer.write(message if whole else message[: chance.randrange(1, len(message))])
    await writer.drain()
    await asyncio.sleep(chance.uniform(0, 0.05))


async def _listen(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, message: bytes, tally: Tally
) -> bool:
    writer.write(message)
    answer = await asyncio.wait_for(reader.read(), PATIENCE_S)
    if answer.startswith(b"HTTP/1.1 200 "):
        return True
    if answer:
        tally.surprises.append(answer.partition(b"\r\n")[0].decode())
    else:
        tally.cut_off += 1
    return False
