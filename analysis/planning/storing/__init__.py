"""Changes of the plan, one part at a time: the rules, the meeting of two people at one form, the log."""
