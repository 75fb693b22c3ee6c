"""`python -m rasa_bridge`."""

import sys

from rasa_bridge.launch.cli import main

if __name__ == "__main__":
    sys.exit(main())
