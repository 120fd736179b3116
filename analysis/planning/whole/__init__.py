"""A whole plan changed at once, as a workbook brings it."""
