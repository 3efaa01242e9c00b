"""What every test takes for granted: there is no screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
