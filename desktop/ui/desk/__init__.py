"""The desk: where minutes are taken down while people talk (desk.md)."""
