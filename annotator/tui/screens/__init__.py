"""Screens compose widgets, handle their messages and call the desk."""
