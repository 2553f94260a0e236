"""Driving Debian's Chromium by its own driver: nothing is downloaded, and a machine without them fails."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selenium.webdriver import Chrome

CHROMIUM: Final = Path("/usr/bin/chromium")
DRIVER: Final = Path("/usr/bin/chromedriver")
FLAGS: Final = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1300,900"),
)
AXE: Final = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


@contextmanager
def started(profile: Path, *, scripts: bool = True) -> Iterator[Chrome]:
    """Start Chromium with a new profile, and end it."""
    from selenium.webdriver import Chrome, ChromeOptions  # noqa: PLC0415  (plain pytest leaves these tests out)
    from selenium.webdriver.chrome.service import Service  # noqa: PLC0415

    options = ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    driver = Chrome(options=options, service=Service(str(DRIVER)))
    try:
        yield driver
    finally:
        driver.quit()


class Browser:
    """A browser and the pages that it may be shown."""

    def __init__(self, driver: Chrome, pages: Mapping[str, Path]) -> None:
        self.driver, self.pages = driver, pages

    def open(self, name: str, scheme: str = "light", media: str = "screen", width: int = 1300) -> None:
        """Show a page from its beginning, in a colour scheme."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.driver.get("about:blank")
        for kind in ("browser", "performance"):
            self.driver.get_log(kind)
        self.driver.get(self.pages[name].as_uri())

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401  (what a script returns)
        """Run a script in the page."""
        return self.driver.execute_script(script, *arguments)

    def texts(self, selector: str) -> list[str]:
        """Return the texts of what is seen of some elements."""
        script = (
            "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).map(e => e.innerText)"
        )
        found: list[str] = self.run(script, selector)
        return found

    def press(self, keys: str) -> None:
        """Press keys, one after the other."""
        from selenium.webdriver.common.action_chains import ActionChains  # noqa: PLC0415

        ActionChains(self.driver).send_keys(keys).perform()

    def complaints(self) -> list[str]:
        """Return what stands on the console."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Return the addresses that were asked for, but for those within a page."""
        entries = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        asked = (one["params"]["request"]["url"] for one in entries if one["method"] == "Network.requestWillBeSent")
        return [address for address in asked if not address.startswith(("data:", "about:"))]

    def faults(self) -> list[str]:
        """Return what axe-core finds that is serious or worse."""
        self.run(AXE.read_text(encoding="utf-8"))
        found = self.driver.execute_async_script(
            "const done = arguments[0]; axe.run(document).then(r => done(r.violations), e => done([{impact: 'critical', id: String(e), nodes: []}]))"
        )
        grave = [one for one in found if one["impact"] in {"serious", "critical"}]
        return [f"{one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}" for one in grave]
