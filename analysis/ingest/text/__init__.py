"""A text file as whole, cleaned lines: alphabet, separators, quotation marks."""
