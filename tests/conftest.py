"""What all rooms' tests share: outputs that were read once and are compared from then on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings

from qcompare.preparing import dictionary
from qcompare.text.words import Lexicon

settings.register_profile("house", deadline=None)  # a slow machine is not a fault
settings.load_profile("house")

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write the goldens of the tests that run anew (then read what changed)",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """``golden(name, text)``: ``text`` is what ``goldens/<name>`` beside the test's file holds."""
    folder = request.path.parent / "goldens"

    def check(name: str, text: str) -> None:
        file = folder / name
        if request.config.getoption("--update-goldens"):
            folder.mkdir(exist_ok=True)
            file.write_bytes(text.encode("utf-8"))
        if not file.exists():
            pytest.fail(f"there is no golden {file.name}; pytest --update-goldens writes it", pytrace=False)
        assert text == file.read_bytes().decode("utf-8")

    return check


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """jieba's whole dictionary, built once."""
    return Lexicon.of(dictionary())
