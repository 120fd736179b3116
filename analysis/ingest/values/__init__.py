"""What a text means by itself: a number, a length of time, a date, a sum, somebody's identity number."""
