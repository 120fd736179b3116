"""How the project goes: its steps, its days, and what leads to what."""
