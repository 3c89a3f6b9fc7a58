"""How the room window looks: a scheme of its own, to be read from the last row of the hall.

All sizes are shares of the height of the window, so that they hold on any projector.
"""

from dataclasses import dataclass

#: of the height: the least type of a long text, and the largest of a short one
LEAST, LARGEST = 1 / 30, 1 / 11
#: of the height: the lines at the top, the title, the result, the notice that stands alone
HEAD, TITLE, WORD, NOTICE = 1 / 28, 1 / 17, 1 / 13, 1 / 9
#: the margin around all, of the height
MARGIN = 1 / 24


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colours with a contrast of 7 on ``ground``; words and marks say the same as ``accepted`` and ``rejected``."""

    ground: str
    text: str
    muted: str
    line: str
    accepted: str
    rejected: str


LIGHT = Scheme("#ffffff", "#101418", "#3d464f", "#8a949e", "#0b5220", "#8f1016")
DARK = Scheme("#0d1116", "#f4f6f8", "#c3cbd3", "#7d8791", "#8fe3a8", "#ffb3b3")
