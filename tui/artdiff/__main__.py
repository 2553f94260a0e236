"""``python -m artdiff``."""

import sys

from artdiff.cli import main

sys.exit(main())
