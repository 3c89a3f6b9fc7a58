"""German spelling: which words of a text are wrong, and what may be meant. The dictionary is hunspell's."""
