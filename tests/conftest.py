import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no error: speed is measured elsewhere. CI says --hypothesis-profile=thorough.
settings.register_profile("thorough", deadline=None, max_examples=200)
settings.register_profile("quick", deadline=None, max_examples=25)
settings.load_profile("quick")


def pytest_configure(config: pytest.Config) -> None:
    """Keep byte code in pytest's own folder where the environment forbids to keep it beside the sources, and heed ctrl+c.

    The program is started hundreds of times, and would be compiled as often. Begun behind a shell's "&", tests and all that
    they start would ignore the interrupts that they send.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(config, "cache") and os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        os.environ["PYTHONPYCACHEPREFIX"] = str(config.cache.mkdir("bytecode"))


@pytest.fixture(autouse=True)
def _own_state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let no test, and no program that it runs, touch or heed what is kept for whoever runs it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state-home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path.with_name(f"{tmp_path.name}-cache")))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config-home"))
    monkeypatch.setenv("COLORFGBG", "15;0")  # so that nothing asks the terminal
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOGNAME", "anna")
