"""Parts that every page is made of: labels, buttons, forms, tables, text fields, and what a screen reader hears."""
