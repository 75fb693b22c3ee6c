"""Starts, trains and supervises the bot: `python -m rasa_bridge train|run|shell`.

Only `training` and `server` import Rasa, and only inside the processes that need it,
so that the supervisor itself starts at once and stays small.
"""
