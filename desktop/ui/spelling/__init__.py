"""The spell check in the window: marks under words, suggestions by key, the words of the house."""
