"""The action server: `python -m actions --port 5055`.

Rasa's own command listens on every address of the machine; the conversation's events
that are sent here are for this machine alone.
"""

import argparse
import sys

from rasa_bridge.launch import environment, logs, ports


def main() -> None:
    """Serves the actions of this package on the loopback address."""
    parser = argparse.ArgumentParser(prog="python -m actions")
    parser.add_argument("--port", type=int, default=5055)
    port = parser.parse_args().port

    environment.prepare()
    logs.configure(private=False)
    from rasa_sdk.endpoint import create_app  # noqa: PLC0415

    app = create_app("actions", cors_origins="")
    # From here on what patients said passes through.
    logs.configure(private=True)
    app.run(ports.LOOPBACK, port, workers=1, access_log=False)


if __name__ == "__main__":
    sys.exit(main())
