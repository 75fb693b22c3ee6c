"""The clinic's numbers for a bot that was started without the launcher."""

from __future__ import annotations

import logging

from rasa_bridge.clinic import (
    KEYS,
    PATH_VARIABLE,
    Clinic,
    clinic_path,
    load_clinic,
    placeholder_warning,
)

logger = logging.getLogger(__name__)

_warned: set[str] = set()
"""What was said already: several parts of one bot ask for the numbers."""


def clinic_at_start() -> Clinic:
    """Return the clinic of the configured file; placeholders, loudly, where there is no file.

    Raises:
        ClinicError: the file is there and cannot be used.
    """
    path = clinic_path()
    if path.is_file():
        clinic = load_clinic(path)
    else:
        logger.warning("There is no %s. Set %s to the clinic's file.", path, PATH_VARIABLE)
        clinic = Clinic(**{key: f"SET-{key.replace('_', '-').upper()}" for key in KEYS})
    warning = placeholder_warning(clinic, path)
    if warning and warning not in _warned:
        logger.warning(warning)
        _warned.add(warning)
    return clinic
