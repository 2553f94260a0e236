"""Makes docs/reader.svg from the reader itself, on the seeds: ``python -m tests.pictures``."""

import asyncio
import tempfile
from functools import partial
from pathlib import Path

from artdiff.documents.reading import read
from artdiff.reader.app import Reader
from artdiff.reader.backstage import Backstage
from artdiff.reader.keeping import Keeper
from tests.program import ROOT, SEEDS

TARGET = ROOT / "docs" / "reader.svg"
SIZE = (150, 42)
PATIENCE = 200


async def take(reviews: Path) -> str:
    """Return the screen on which the reader opens on the seeds, with a file of decisions of its own."""
    reader = Reader(read([SEEDS]), backstage=partial(Backstage, keeper=Keeper(reviews)))
    async with reader.run_test(size=SIZE) as pilot:
        for _ in range(PATIENCE):
            await pilot.pause(0.05)
            if len(reader.session.comparisons) == len(reader.session.documents) - len(reader.session.stories):
                break
        await pilot.pause(0.3)
        return reader.export_screenshot(title="artdiff seeds/")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        TARGET.write_text(asyncio.run(take(Path(folder) / "reviews.sqlite")), encoding="utf-8")
    print(f"written: {TARGET.relative_to(ROOT)}")
