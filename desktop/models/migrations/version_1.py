"""The book as it was first released."""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE "body" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER NOT
    NULL, "id" TEXT, "name" TEXT NOT NULL, "short_name" TEXT, "classification" TEXT, "ags" TEXT, "state" TEXT,
    "profile" TEXT, "labels" TEXT) STRICT
    """,
    """
    CREATE INDEX "body_parent" ON "body" ("parent")
    """,
    """
    CREATE TABLE "organization" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank"
    INTEGER NOT NULL, "id" TEXT, "name" TEXT NOT NULL, "short_name" TEXT, "organization_type" TEXT NOT NULL,
    "classification" TEXT, "voting_member_count" INTEGER, "advisory" INTEGER, "order" INTEGER, "color" TEXT) STRICT
    """,
    """
    CREATE INDEX "organization_parent" ON "organization" ("parent")
    """,
    """
    CREATE TABLE "person" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER NOT
    NULL, "id" TEXT, "form_of_address" TEXT, "title" TEXT, "given_name" TEXT, "family_name" TEXT, "affix" TEXT,
    "function" TEXT, "shortcut" TEXT, "public_name" TEXT, "protected" INTEGER) STRICT
    """,
    """
    CREATE INDEX "person_parent" ON "person" ("parent")
    """,
    """
    CREATE TABLE "membership" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER
    NOT NULL, "organization" TEXT NOT NULL, "role" TEXT, "voting_right" INTEGER, "on_behalf_of" TEXT, "deputy_for"
    TEXT, "start_date" TEXT, "end_date" TEXT) STRICT
    """,
    """
    CREATE INDEX "membership_parent" ON "membership" ("parent")
    """,
    """
    CREATE INDEX "membership_organization" ON "membership" ("organization")
    """,
    """
    CREATE TABLE "paper" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER NOT
    NULL, "id" TEXT, "reference" TEXT, "name" TEXT NOT NULL, "paper_type" TEXT, "public" INTEGER, "status_text"
    TEXT, "date" TEXT, "under_direction_of" TEXT, "contributors" TEXT, "author" TEXT, "clerk" TEXT, "originator"
    TEXT, "proposed_resolution" TEXT, "facts" TEXT, "consultations" TEXT, "web" TEXT, "sections" TEXT, "relations"
    TEXT) STRICT
    """,
    """
    CREATE INDEX "paper_parent" ON "paper" ("parent")
    """,
    """
    CREATE TABLE "meeting" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER NOT
    NULL, "id" TEXT, "name" TEXT NOT NULL, "number" TEXT, "legislative_term" TEXT, "organizations" TEXT, "start"
    TEXT NOT NULL, "end" TEXT, "room" TEXT, "place" TEXT, "occasion" TEXT, "publicity" TEXT, "status_text" TEXT,
    "form" TEXT, "convened_on" TEXT, "state" TEXT, "chairs" TEXT, "note" TEXT, "web" TEXT, "minute_takers" TEXT,
    "minutes_date" TEXT, "signatures" TEXT, "scheduled_start" TEXT, "invitation" TEXT, "approval" TEXT, "objections"
    TEXT, "corrections" TEXT) STRICT
    """,
    """
    CREATE INDEX "meeting_parent" ON "meeting" ("parent")
    """,
    """
    CREATE INDEX "meeting_start" ON "meeting" ("start")
    """,
    """
    CREATE TABLE "roster_entry" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank"
    INTEGER NOT NULL, "meeting" TEXT, "member" TEXT NOT NULL, FOREIGN KEY ("meeting") REFERENCES "meeting" ("key")
    ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "roster_entry_parent" ON "roster_entry" ("parent")
    """,
    """
    CREATE INDEX "roster_entry_meeting" ON "roster_entry" ("meeting")
    """,
    """
    CREATE INDEX "roster_entry_member" ON "roster_entry" ("member")
    """,
    """
    CREATE TABLE "file" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER NOT
    NULL, "meeting" TEXT, "id" TEXT, "number" INTEGER, "name" TEXT NOT NULL, "file_name" TEXT, "mime_type" TEXT,
    "size" INTEGER, "public" INTEGER, "sha512_checksum" TEXT, "content" TEXT, "size_text" TEXT, FOREIGN KEY
    ("meeting") REFERENCES "meeting" ("key") ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "file_parent" ON "file" ("parent")
    """,
    """
    CREATE INDEX "file_meeting" ON "file" ("meeting")
    """,
    """
    CREATE TABLE "attendance" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER
    NOT NULL, "meeting" TEXT, "person" TEXT NOT NULL, "group" TEXT, "on_behalf_of" TEXT, "voting_right" INTEGER,
    "status" TEXT NOT NULL, "reason" TEXT, "deputy_for" TEXT, "function" TEXT, FOREIGN KEY ("meeting") REFERENCES
    "meeting" ("key") ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "attendance_parent" ON "attendance" ("parent")
    """,
    """
    CREATE INDEX "attendance_meeting" ON "attendance" ("meeting")
    """,
    """
    CREATE INDEX "attendance_person" ON "attendance" ("person")
    """,
    """
    CREATE TABLE "interval" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER
    NOT NULL, "meeting" TEXT, "from_" TEXT, "until" TEXT, "from_item" TEXT, "until_item" TEXT, FOREIGN KEY
    ("meeting") REFERENCES "meeting" ("key") ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "interval_parent" ON "interval" ("parent")
    """,
    """
    CREATE INDEX "interval_meeting" ON "interval" ("meeting")
    """,
    """
    CREATE TABLE "agenda_item" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER
    NOT NULL, "meeting" TEXT, "id" TEXT, "number" TEXT, "name" TEXT NOT NULL, "public" INTEGER NOT NULL, "kind"
    TEXT, "treated_with" TEXT, "treated_order" INTEGER, "start" TEXT, "end" TEXT, "resolution" TEXT, "result" TEXT,
    "result_class" TEXT, "tasks" TEXT, "note" TEXT, "web" TEXT, "resolution_as_proposed" INTEGER, "papers" TEXT,
    "subtitle" TEXT, "supplementary" INTEGER, "announcement" TEXT, "stage" TEXT, FOREIGN KEY ("meeting") REFERENCES
    "meeting" ("key") ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "agenda_item_parent" ON "agenda_item" ("parent")
    """,
    """
    CREATE INDEX "agenda_item_meeting" ON "agenda_item" ("meeting")
    """,
    """
    CREATE TABLE "recusal" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER NOT
    NULL, "meeting" TEXT, "person" TEXT NOT NULL, "legal_basis" TEXT, "left_room" INTEGER, "reason" TEXT, FOREIGN
    KEY ("meeting") REFERENCES "meeting" ("key") ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "recusal_parent" ON "recusal" ("parent")
    """,
    """
    CREATE INDEX "recusal_meeting" ON "recusal" ("meeting")
    """,
    """
    CREATE INDEX "recusal_person" ON "recusal" ("person")
    """,
    """
    CREATE TABLE "text_entry" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER
    NOT NULL, "meeting" TEXT, "id" TEXT, "public" INTEGER, "files" TEXT, "prepared" INTEGER, "text" TEXT, "at" TEXT,
    "heading" TEXT, "run_on" INTEGER, "draft" TEXT, "on_request" INTEGER, FOREIGN KEY ("meeting") REFERENCES
    "meeting" ("key") ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "text_entry_parent" ON "text_entry" ("parent")
    """,
    """
    CREATE INDEX "text_entry_meeting" ON "text_entry" ("meeting")
    """,
    """
    CREATE TABLE "speech" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER NOT
    NULL, "meeting" TEXT, "id" TEXT, "public" INTEGER, "files" TEXT, "prepared" INTEGER, "text" TEXT, "at" TEXT,
    "speaker" TEXT, "speaker_name" TEXT, "on_behalf_of" TEXT, "role" TEXT, "until" TEXT, "on_request" INTEGER,
    "heading" TEXT, "lead" TEXT, "run_on" INTEGER, "draft" TEXT, FOREIGN KEY ("meeting") REFERENCES "meeting"
    ("key") ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "speech_parent" ON "speech" ("parent")
    """,
    """
    CREATE INDEX "speech_meeting" ON "speech" ("meeting")
    """,
    """
    CREATE INDEX "speech_speaker" ON "speech" ("speaker")
    """,
    """
    CREATE TABLE "motion" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER NOT
    NULL, "meeting" TEXT, "id" TEXT, "public" INTEGER, "files" TEXT, "prepared" INTEGER, "text" TEXT, "at" TEXT,
    "title" TEXT, "motion_type" TEXT NOT NULL, "procedural_type" TEXT, "movers" TEXT, "mover_name" TEXT, "amends"
    TEXT, "outcome" TEXT, "paper" TEXT, "outcome_text" TEXT, FOREIGN KEY ("meeting") REFERENCES "meeting" ("key") ON
    DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "motion_parent" ON "motion" ("parent")
    """,
    """
    CREATE INDEX "motion_meeting" ON "motion" ("meeting")
    """,
    """
    CREATE TABLE "vote" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER NOT
    NULL, "meeting" TEXT, "id" TEXT, "public" INTEGER, "files" TEXT, "prepared" INTEGER, "at" TEXT, "subject" TEXT,
    "on" TEXT, "method" TEXT, "majority" TEXT, "statutory" INTEGER, "present" INTEGER, "recused" INTEGER, "yes"
    INTEGER, "no" INTEGER, "abstentions" INTEGER, "invalid" INTEGER, "not_voting" INTEGER, "on_request" TEXT,
    "accepted" INTEGER, "verdict" TEXT, "voids" TEXT, "void_reason" TEXT, "options" TEXT, "part" TEXT, "unanimous"
    INTEGER, "rest" TEXT, "yes_means_rejection" INTEGER, "recused_persons" TEXT, "organization" TEXT, FOREIGN KEY
    ("meeting") REFERENCES "meeting" ("key") ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "vote_parent" ON "vote" ("parent")
    """,
    """
    CREATE INDEX "vote_meeting" ON "vote" ("meeting")
    """,
    """
    CREATE TABLE "faction_row" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER
    NOT NULL, "meeting" TEXT, "organization" TEXT, "yes" INTEGER, "no" INTEGER, "abstentions" INTEGER, "not_voting"
    INTEGER, "person" TEXT, "label" TEXT, "stance" TEXT, FOREIGN KEY ("meeting") REFERENCES "meeting" ("key") ON
    DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "faction_row_parent" ON "faction_row" ("parent")
    """,
    """
    CREATE INDEX "faction_row_meeting" ON "faction_row" ("meeting")
    """,
    """
    CREATE INDEX "faction_row_organization" ON "faction_row" ("organization")
    """,
    """
    CREATE INDEX "faction_row_person" ON "faction_row" ("person")
    """,
    """
    CREATE TABLE "ballot" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER NOT
    NULL, "meeting" TEXT, "person" TEXT NOT NULL, "choice" TEXT NOT NULL, FOREIGN KEY ("meeting") REFERENCES
    "meeting" ("key") ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "ballot_parent" ON "ballot" ("parent")
    """,
    """
    CREATE INDEX "ballot_meeting" ON "ballot" ("meeting")
    """,
    """
    CREATE INDEX "ballot_person" ON "ballot" ("person")
    """,
    """
    CREATE TABLE "election" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER
    NOT NULL, "meeting" TEXT, "id" TEXT, "public" INTEGER, "files" TEXT, "prepared" INTEGER, "text" TEXT, "at" TEXT,
    "office" TEXT NOT NULL, "method" TEXT, "rounds" TEXT NOT NULL, "lot" TEXT, "elected" TEXT, "accepts" INTEGER,
    "form" TEXT, "seat_method" TEXT, FOREIGN KEY ("meeting") REFERENCES "meeting" ("key") ON DELETE NO ACTION
    DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "election_parent" ON "election" ("parent")
    """,
    """
    CREATE INDEX "election_meeting" ON "election" ("meeting")
    """,
    """
    CREATE TABLE "event" ("key" TEXT NOT NULL PRIMARY KEY, "parent" TEXT, "slot" TEXT NOT NULL, "rank" INTEGER NOT
    NULL, "meeting" TEXT, "id" TEXT, "public" INTEGER, "files" TEXT, "prepared" INTEGER, "text" TEXT, "event_type"
    TEXT NOT NULL, "person" TEXT, "from_" TEXT, "until" TEXT, FOREIGN KEY ("meeting") REFERENCES "meeting" ("key")
    ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED) STRICT
    """,
    """
    CREATE INDEX "event_parent" ON "event" ("parent")
    """,
    """
    CREATE INDEX "event_meeting" ON "event" ("meeting")
    """,
    """
    CREATE INDEX "event_person" ON "event" ("person")
    """,
    """
    CREATE TABLE "blob" ("sha512" TEXT NOT NULL PRIMARY KEY, "data" BLOB NOT NULL) STRICT
    """,
    """
    CREATE TABLE "history" ("seq" INTEGER NOT NULL PRIMARY KEY, "step" INTEGER NOT NULL, "device" TEXT NOT NULL,
    "author" TEXT NOT NULL, "at" TEXT NOT NULL, "table" TEXT NOT NULL, "key" TEXT NOT NULL, "field" TEXT, "old"
    TEXT, "new" TEXT, "action" TEXT NOT NULL, "params" TEXT NOT NULL) STRICT
    """,
    """
    CREATE INDEX "history_step" ON "history" ("step")
    """,
    """
    CREATE INDEX "history_key" ON "history" ("key")
    """,
    """
    CREATE TABLE "setting" ("name" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL) STRICT
    """,
)
