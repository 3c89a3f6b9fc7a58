"""The real pages of a document beside what is being written."""
