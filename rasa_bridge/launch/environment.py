"""What has to be settled in a process before Rasa is imported in it."""

from __future__ import annotations

import os
import warnings

OUR_PACKAGES = ("triage", "rasa_bridge", "actions", "evaluation")

_VARIABLES = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    # TensorFlow's own notes on which processor features it was built for.
    "TF_CPP_MIN_LOG_LEVEL": "3",
    # Rasa draws no progress bars at this level; our own lines show the progress.
    "LOG_LEVEL": "ERROR",
    # The lock that keeps two messages of one conversation apart lives in one process.
    "SANIC_WORKERS": "1",
}


def prepare() -> None:
    """Sets the environment and the warning filters; call it before importing Rasa.

    Sanic switches deprecation warnings back on when it is imported, so it is imported
    here first and the filters are set after it. Warnings of our own stay visible.
    """
    os.environ.update(_VARIABLES)
    import sanic  # noqa: F401, PLC0415

    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    warnings.filterwarnings("default", module=rf"({'|'.join(OUR_PACKAGES)})\b")
