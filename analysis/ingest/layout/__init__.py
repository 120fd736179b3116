"""Where the tables stand in the sheets, and what their columns mean."""
