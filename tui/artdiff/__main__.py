"""``python -m artdiff``."""

import sys

from artdiff.cli import main

status = main()
# Python remembers that it was interrupted while it ran the code of an import, and would end by the signal, whatever the
# status; evaluating anything makes it forget that.
eval("0")  # noqa: S307
sys.exit(status)
