"""The colours of the window: four schemes, light and dark, each also with high contrast. Data only."""

from dataclasses import dataclass

from PySide6.QtGui import QPalette


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours that mean something. Words or marks always say the same beside them.

    Text colours reach a contrast of 4.5 on ``base``, on the window and on ``current_back``, and as pairs (``…_back``
    below ``…``) on their own background; with high contrast 7.
    """

    #: what is said in passing: times, hints, prepared entries
    muted: str
    #: rules and frames
    line: str
    #: around what has the keyboard; 3 against every ground
    focus: str
    #: the running item
    running: str
    running_back: str
    #: publicity, as words on a badge
    public: str
    public_back: str
    nonpublic: str
    nonpublic_back: str
    #: messages
    problem: str
    problem_back: str
    warning: str
    warning_back: str
    notice: str
    notice_back: str
    #: votes
    accepted: str
    rejected: str
    #: the row or cell that the keyboard is in
    current_back: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """One look: the palette of Qt by roles, ``disabled`` for text that cannot be used, and the meaningful colours.

    ``strong`` is high contrast: text reaches 7, and what only a shade tells apart otherwise has a frame.
    """

    dark: bool
    strong: bool
    colours: Colours
    palette: dict[QPalette.ColorRole, str]
    disabled: str


_Role = QPalette.ColorRole

LIGHT = Scheme(
    dark=False,
    strong=False,
    disabled="#737d87",
    colours=Colours(
        muted="#5c6670",
        line="#c3c9d0",
        focus="#0b5cad",
        running="#0b4f8a",
        running_back="#d9e8f6",
        public="#14532d",
        public_back="#d8f0df",
        nonpublic="#ffffff",
        nonpublic_back="#a3161d",
        problem="#ffffff",
        problem_back="#a3161d",
        warning="#4a3500",
        warning_back="#fde9b3",
        notice="#0b3b66",
        notice_back="#dcebf9",
        accepted="#17663a",
        rejected="#a3161d",
        current_back="#eef4fb",
    ),
    palette={
        _Role.Window: "#f3f5f7",
        _Role.WindowText: "#14181c",
        _Role.Base: "#ffffff",
        _Role.AlternateBase: "#f7f9fb",
        _Role.Text: "#14181c",
        _Role.PlaceholderText: "#5c6670",
        _Role.Button: "#e7ebef",
        _Role.ButtonText: "#14181c",
        _Role.BrightText: "#ffffff",
        _Role.ToolTipBase: "#ffffff",
        _Role.ToolTipText: "#14181c",
        _Role.Highlight: "#0b5cad",
        _Role.HighlightedText: "#ffffff",
        _Role.Accent: "#0b5cad",
        _Role.Link: "#0b5cad",
        _Role.LinkVisited: "#5b3a8c",
        _Role.Light: "#ffffff",
        _Role.Midlight: "#eef1f4",
        _Role.Mid: "#b4bcc5",
        _Role.Dark: "#8d97a2",
        _Role.Shadow: "#5c6670",
    },
)

DARK = Scheme(
    dark=True,
    strong=False,
    disabled="#b0b8c0",
    colours=Colours(
        muted="#a3adb8",
        line="#4a525b",
        focus="#6db3f7",
        running="#9fcbf3",
        running_back="#143a5c",
        public="#b5ebc5",
        public_back="#14442a",
        nonpublic="#ffffff",
        nonpublic_back="#b3242b",
        problem="#ffffff",
        problem_back="#b3242b",
        warning="#ffe4a3",
        warning_back="#4d3a08",
        notice="#cde4fa",
        notice_back="#173a5a",
        accepted="#7fd6a0",
        rejected="#ff9a9a",
        current_back="#26303b",
    ),
    palette={
        _Role.Window: "#2a3037",
        _Role.WindowText: "#e8ebee",
        _Role.Base: "#14181c",
        _Role.AlternateBase: "#1a1f24",
        _Role.Text: "#e8ebee",
        _Role.PlaceholderText: "#a3adb8",
        _Role.Button: "#3a424b",
        _Role.ButtonText: "#e8ebee",
        _Role.BrightText: "#ffffff",
        _Role.ToolTipBase: "#3a424b",
        _Role.ToolTipText: "#e8ebee",
        _Role.Highlight: "#2a75c6",
        _Role.HighlightedText: "#ffffff",
        _Role.Accent: "#5aa5ee",
        _Role.Link: "#7fbcf5",
        _Role.LinkVisited: "#c3a6f0",
        _Role.Light: "#39414a",
        _Role.Midlight: "#333a42",
        _Role.Mid: "#4a525b",
        _Role.Dark: "#121518",
        _Role.Shadow: "#000000",
    },
)

STRONG_LIGHT = Scheme(
    dark=False,
    strong=True,
    disabled="#5e5e5e",
    colours=Colours(
        muted="#333333",
        line="#000000",
        focus="#0060ff",
        running="#00215c",
        running_back="#cfe3ff",
        public="#003b16",
        public_back="#d3f5dc",
        nonpublic="#ffffff",
        nonpublic_back="#8b0000",
        problem="#ffffff",
        problem_back="#8b0000",
        warning="#000000",
        warning_back="#ffe680",
        notice="#00215c",
        notice_back="#d9e8ff",
        accepted="#004d1a",
        rejected="#8b0000",
        current_back="#e3eeff",
    ),
    palette={
        _Role.Window: "#ffffff",
        _Role.WindowText: "#000000",
        _Role.Base: "#ffffff",
        _Role.AlternateBase: "#f4f4f4",
        _Role.Text: "#000000",
        _Role.PlaceholderText: "#404040",
        _Role.Button: "#f0f0f0",
        _Role.ButtonText: "#000000",
        _Role.BrightText: "#ffffff",
        _Role.ToolTipBase: "#ffffff",
        _Role.ToolTipText: "#000000",
        _Role.Highlight: "#00309c",
        _Role.HighlightedText: "#ffffff",
        _Role.Accent: "#00309c",
        _Role.Link: "#00309c",
        _Role.LinkVisited: "#5a0080",
        _Role.Light: "#ffffff",
        _Role.Midlight: "#f4f4f4",
        _Role.Mid: "#000000",
        _Role.Dark: "#404040",
        _Role.Shadow: "#000000",
    },
)

STRONG_DARK = Scheme(
    dark=True,
    strong=True,
    disabled="#a8a8a8",
    colours=Colours(
        muted="#d6d6d6",
        line="#ffffff",
        focus="#ffff00",
        running="#a6dcff",
        running_back="#00305c",
        public="#9dffb5",
        public_back="#003d14",
        nonpublic="#000000",
        nonpublic_back="#ff7a7a",
        problem="#000000",
        problem_back="#ff7a7a",
        warning="#ffec99",
        warning_back="#3d3000",
        notice="#c2e4ff",
        notice_back="#002b52",
        accepted="#8dffab",
        rejected="#ffa3a3",
        current_back="#1c1c40",
    ),
    palette={
        _Role.Window: "#000000",
        _Role.WindowText: "#ffffff",
        _Role.Base: "#000000",
        _Role.AlternateBase: "#121212",
        _Role.Text: "#ffffff",
        _Role.PlaceholderText: "#cccccc",
        _Role.Button: "#2b2b2b",
        _Role.ButtonText: "#ffffff",
        _Role.BrightText: "#ffffff",
        _Role.ToolTipBase: "#000000",
        _Role.ToolTipText: "#ffffff",
        _Role.Highlight: "#4de1ff",
        _Role.HighlightedText: "#000000",
        _Role.Accent: "#4de1ff",
        _Role.Link: "#80d4ff",
        _Role.LinkVisited: "#e0b3ff",
        _Role.Light: "#4d4d4d",
        _Role.Midlight: "#333333",
        _Role.Mid: "#ffffff",
        _Role.Dark: "#1a1a1a",
        _Role.Shadow: "#000000",
    },
)
