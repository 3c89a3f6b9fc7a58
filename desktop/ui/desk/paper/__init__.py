"""The paper at hand while its item is treated: read beside the text, read aloud in big type."""
