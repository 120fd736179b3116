"""Gevinst: whether a change delivered the benefit it promised. Knows nothing of Streamlit."""
