"""Decides how fast a person on immunotherapy should get help: perceive, decide, explain."""
