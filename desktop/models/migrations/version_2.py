"""What the book keeps beside the session file: text blocks, templates, the list of speakers; removed rows are found."""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE "floor_limit" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER
    NOT NULL, "meeting" TEXT, "item" TEXT NOT NULL, "minutes" INTEGER, "faction_minutes" INTEGER, FOREIGN KEY
    ("meeting") REFERENCES "meeting" ("key") ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "floor_limit_parent" ON "floor_limit" ("parent")
    """,
    """
    CREATE INDEX "floor_limit_meeting" ON "floor_limit" ("meeting")
    """,
    """
    CREATE TABLE "meeting_template" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL,
    "rank" INTEGER NOT NULL, "name" TEXT NOT NULL, "time" TEXT, "room" TEXT, "place" TEXT) STRICT
    """,
    """
    CREATE INDEX "meeting_template_parent" ON "meeting_template" ("parent")
    """,
    """
    CREATE TABLE "speaker_turn" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank"
    INTEGER NOT NULL, "meeting" TEXT, "person" TEXT, "name" TEXT, "on_behalf_of" TEXT, "item" TEXT,
    "point_of_order" INTEGER, "at" TEXT, "begun" TEXT, "ended" TEXT, "spoken" INTEGER, "entry" TEXT, FOREIGN KEY
    ("meeting") REFERENCES "meeting" ("key") ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "speaker_turn_parent" ON "speaker_turn" ("parent")
    """,
    """
    CREATE INDEX "speaker_turn_meeting" ON "speaker_turn" ("meeting")
    """,
    """
    CREATE INDEX "speaker_turn_person" ON "speaker_turn" ("person")
    """,
    """
    CREATE TABLE "standing_item" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank"
    INTEGER NOT NULL, "name" TEXT NOT NULL, "public" INTEGER NOT NULL, "kind" TEXT, "text" TEXT) STRICT
    """,
    """
    CREATE INDEX "standing_item_parent" ON "standing_item" ("parent")
    """,
    """
    CREATE TABLE "text_block" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank"
    INTEGER NOT NULL, "shortcut" TEXT NOT NULL, "name" TEXT, "text" TEXT NOT NULL, "situation" TEXT,
    "organization" TEXT, "hidden" INTEGER) STRICT
    """,
    """
    CREATE INDEX "text_block_parent" ON "text_block" ("parent")
    """,
    """
    CREATE INDEX "history_removed" ON "history" ("key") WHERE (("field" IS NULL) AND ("old" IS NOT NULL))
    """,
)
