"""The pages of the window besides the desk."""
