"""Workbooks as cleaned sheets: parsed in a child process, so that no file can take the program down."""
