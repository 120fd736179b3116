"""How far a measurement round is, and what somebody must have seen to."""
