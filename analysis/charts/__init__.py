"""Charts drawn from the report object: a theme and one file per chart."""
