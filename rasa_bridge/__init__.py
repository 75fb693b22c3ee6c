"""Plugs the triage engine into Rasa; the only package that imports `rasa`."""
