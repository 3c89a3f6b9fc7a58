"""Other words for actions, by which the line of commands finds them: what people look for who know other programs."""

from desktop.text import marked as N_

#: id of an action: words, as a message id
SYNONYMS: dict[str, str] = {
    "earlier_state": N_("history, versions, deleted, lost, restore, bring back, compare"),
    "undo": N_("back, mistake"),
    "redo": N_("again, restore"),
    "show_saved": N_("save, storage, backup"),
    "export": N_("print, PDF, Word, DOCX, minutes, save as, export, publish, redact, checksum, final version, draft"),
    "given_out": N_("checksum, hash, SHA-256, register, final version, published, check a file"),
    "room_window": N_("projector, second screen, beamer, hall, audience, public display"),
    "room_blank": N_("projector, hide, black, curtain, public display"),
    "preview": N_("print, pages, layout, PDF, draft"),
    "export_item": N_("excerpt, print, certified copy, export"),
    "import_file": N_("open, load, read in"),
    "procedure": N_("open, close, pause, interrupt, quorum, public excluded, end of the meeting"),
    "presence": N_("leave, late, absent, present, attendance"),
    "attendance": N_("present, absent, excused, guests, members"),
    "checklist": N_("errors, missing, check"),
    "enclose": N_("annex, file, add"),
    "new_task": N_("assignment, order, to do, deadline"),
    "vote": N_("yes, no, abstention, result, unanimous"),
    "resolution": N_("decision, wording"),
    "motion": N_("amendment, request"),
    "speech": N_("speaker, contribution"),
    "on_record": N_("statement, protest"),
    "event": N_("pause, recusal, incident"),
    "paste_agenda": N_("insert, import, invitation"),
    "paste_members": N_("insert, import, people, names, factions"),
    "carry_over": N_("adjourned, taken off, last meeting"),
    "add_item": N_("supplement, urgent, insert"),
    "take_off": N_("delete, remove, withdraw"),
    "item_up": N_("bring forward, order"),
    "item_down": N_("later, order"),
    "toggle_public": N_("secret, confidential, closed session"),
    "entry_public": N_("secret, confidential, hide"),
    "edit_meeting": N_(
        "place, date, time, room, chair, release, released, final version, draft, status, state of the minutes"
    ),
    "show_people": N_("members, factions, names, committee"),
    "show_blocks": N_("templates, phrases, standard texts, abbreviations"),
    "show_houses": N_(
        "letterhead, logo, labels, font, layout, template, numbering, signatures, blocked names, block list, redact"
    ),
    "settings": N_("options, preferences, set up, shortcuts, keyboard, language, spelling, colours"),
    "larger": N_("zoom, font size, letters"),
    "smaller": N_("zoom, font size, letters"),
    "dark": N_("night, colours, light"),
    "arrange": N_("layout, reset, columns, panels, place"),
    "contrast": N_("eyes, legible, colours, black, white"),
    "show_keys": N_("help, shortcuts, keyboard"),
    "print_keys": N_("print, PDF, help, shortcuts, keyboard, cheat sheet"),
    "goto_item": N_("find, jump"),
    "notes": N_("scratch pad, draft"),
    "show_law": N_("paragraph, rules of procedure"),
}
