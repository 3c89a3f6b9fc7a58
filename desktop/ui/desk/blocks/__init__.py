"""Text blocks at the desk: found by a short form, filled from the meeting, with holes that Tab goes through."""
