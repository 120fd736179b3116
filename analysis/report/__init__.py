"""The report object as tables, PDF and pictures."""
