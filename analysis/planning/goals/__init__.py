"""What makes a goal good, and how it is agreed to measure it."""
