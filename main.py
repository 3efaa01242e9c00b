"""Opens the desktop: `python main.py [SCENARIO | PROJECT]`."""

import sys
from multiprocessing import freeze_support

if __name__ == "__main__":
    freeze_support()
    # loaded here and not above: the processes that simulate load this file too, and need no Qt
    from ui.application import main

    sys.exit(main(sys.argv[1:]))
