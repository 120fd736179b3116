"""The words of the field as frozen values: standard library only, no behaviour beyond what a value knows of itself."""
