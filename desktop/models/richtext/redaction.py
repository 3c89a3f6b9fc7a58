"""Passages that are not for publication: ``⟦Frau Muster¦eine Einwohnerin⟧``.

The marks work in every printed string and are resolved before markup is read. ``\\⟦`` is a literal bracket; of several
backslashes each pair is one escaped backslash, so that ``\\\\⟦`` opens a passage: in doubt text is hidden. A passage
within a passage is part of it.
"""

import re

# Possessive and only from the first backslash of a row on, else a long row would be walked over and over.
_MARKS = re.compile(r"(?<!\\)(\\++)⟦|⟦|⟧|¦")


def redact(text: str, mark: str) -> str:
    """The text for the public: for each passage what follows its ``¦``, or else ``mark``.

    An unclosed passage hides the rest. Literal brackets stay escaped, so that redacting twice changes nothing; call
    ``reveal`` last, as for any other reader.
    """
    if "⟦" not in text:
        return text
    mark = mark.replace("⟦", "\\⟦")
    out: list[str] = []
    depth, begin, replaced, done = 0, 0, False, 0
    for match in _MARKS.finditer(text):
        if depth == 0 or (depth == 1 and replaced):
            out.append(text[done : match.start()])
        done = match.end()
        token = match.group()
        if token.endswith("⟦"):
            slashes = match.group(1) or ""
            if depth == 0 or (depth == 1 and replaced):
                out.append(token if len(slashes) % 2 else slashes)
            if len(slashes) % 2 == 0:
                depth += 1
                if depth == 1:
                    begin, replaced = len(out), False
        elif depth == 0:
            out.append(token)
        elif token == "¦" and depth == 1:
            if replaced:
                out.append(token)
            replaced = True
        elif token == "⟧":
            depth -= 1
            if (depth == 0 and not replaced) or (depth == 1 and replaced):
                out.append(mark)
    if depth:
        return "".join(out[:begin]) + mark
    return "".join(out) + text[done:]


def reveal(text: str) -> str:
    """The text without marks, for those who may read everything: replacements are dropped, ``\\⟦`` becomes ``⟦``."""
    if "⟦" not in text:
        return text
    out: list[str] = []
    depth, done = 0, 0
    # The depth whose replacement is being left out, where it began, and how much had been written by then.
    dropping, drop_from, kept = 0, 0, 0
    for match in _MARKS.finditer(text):
        if not dropping:
            out.append(text[done : match.start()])
        done = match.end()
        token = match.group()
        if token.endswith("⟦"):
            slashes = match.group(1) or ""
            literal = len(slashes) % 2 == 1
            if not dropping:
                out.append(slashes[1:] + "⟦" if literal else slashes)
            depth += not literal
        elif depth == 0:
            out.append(token)
        elif token == "¦":
            if not dropping:
                dropping, drop_from, kept = depth, match.start(), len(out)
        else:
            if dropping == depth:
                dropping = 0
            depth -= 1
    # A passage that is never closed has no replacement either.
    return "".join(out[:kept]) + text[drop_from:] if dropping else "".join(out) + text[done:]
