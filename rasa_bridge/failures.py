"""Logs what went wrong, never what the patient wrote."""

from __future__ import annotations

import logging
import traceback


def log_failure(logger: logging.Logger, doing: str, error: BaseException) -> None:
    """Log the kind and the place of an error.

    The message of an exception can hold the patient's words, so it is left out.
    """
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "an unknown place"
    logger.error("%s failed: %s at %s", doing, type(error).__name__, place)
