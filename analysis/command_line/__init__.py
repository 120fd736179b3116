"""The command line: the same use cases as the pages, for nightly jobs and for those who prefer to type."""
