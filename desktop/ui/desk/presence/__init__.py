"""Presence: who comes and goes, who stands in for whom, who is recused, who is in the chair."""
