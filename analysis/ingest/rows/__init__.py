"""The rows that count, and those that do not, each with its reason."""
