"""A column's texts typed together: what one value leaves open, the others decide."""
