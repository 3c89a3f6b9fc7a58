"""Whom a secretary means: the directory of names, short forms, suggestions and the fields that ask for people."""
