"""The course of the meeting as a whole: opening, pauses, publicity, closing."""
