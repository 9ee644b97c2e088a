r"""
Lines and paragraphs of prose, as pasted and as written.

Web pages paste one paragraph a line, mail wraps a paragraph into several. So lines that each
end a sentence are paragraphs, others keep their breaks. A backslash at the beginning of a line
says that what follows is prose, taken as it stands, with the line break before it.
"""

from __future__ import annotations

import re

__all__ = ["ESCAPE", "Block", "joined", "written"]

ESCAPE = "\\"
Block = list[str]  # the lines of one block, as they stand in the source

_ENDS = re.compile(r"[.!?\u2026:][\"'\u201d\u2019\u00bb)\]]*$")
_ITEM = re.compile(r"\s*(?:[-*\u2022\u00b7\u2013\u25cf]|\d{1,2}[.)])\s")


def _breaks(block: Block) -> bool:
    """Whether every line of the block is a paragraph of its own."""
    plain = [line.strip() for line in block]
    return all(_ENDS.search(line) for line in plain[:-1]) and not any(
        _ITEM.match(line) for line in plain
    )


def joined(blocks: list[Block]) -> str:
    """Return the text of blocks: paragraphs parted by a blank line."""
    return "\n\n".join(_block_text(block) for block in blocks if block)


def _block_text(block: Block) -> str:
    breaks = _breaks(block)
    text = _plain(block[0])
    for line in block[1:]:
        apart = breaks and not line.lstrip().startswith(ESCAPE)
        text += ("\n\n" if apart else "\n") + _plain(line)
    return text


def _plain(line: str) -> str:
    stripped = line.lstrip()
    return stripped[1:] if stripped.startswith(ESCAPE) else line.strip()


def written(text: str, is_plain: object = None) -> str:
    r"""
    Return *text* in lines that `joined` reads back, each escaped that would be read otherwise.

    Args:
        text: With paragraphs.
        is_plain: A function that says of a line whether it is read as prose.
    """
    lines = text.split("\n")
    parted = [
        line == "" and 0 < n < len(lines) - 1 and lines[n - 1] != "" and lines[n + 1] != ""
        for n, line in enumerate(lines)
    ]
    blocks: list[Block] = [[]]
    for line, apart in zip(lines, parted, strict=True):
        if apart:
            blocks.append([])
        else:
            blocks[-1].append(_escaped(line, is_plain))
    return "\n\n".join("\n".join(_held(block)) for block in blocks)


def _escaped(line: str, is_plain: object) -> str:
    sound = line and line == line.strip() and not line.startswith(ESCAPE)
    if sound and (not callable(is_plain) or is_plain(line)):
        return line
    return ESCAPE + line


def _held(block: Block) -> Block:
    """Hold the lines of a block together that would be read as paragraphs."""
    if len(block) < 2 or not _breaks(block):
        return block
    return block[:1] + [line if line.startswith(ESCAPE) else ESCAPE + line for line in block[1:]]
