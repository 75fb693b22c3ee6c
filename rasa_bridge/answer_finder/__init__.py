"""Finds which answer belongs to a question. The component is in component.py."""
