"""Where the defaults lie: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def config_path(package: Path = _PACKAGE) -> Path:
    """The configuration that ships."""
    return _home(package) / "config.yaml"


def samples_dir(package: Path = _PACKAGE) -> Path:
    """The folder of the sample plans that ship."""
    return _home(package) / "samples"


def data_path(name: str, package: Path = _PACKAGE) -> Path:
    """A data file of the package."""
    return package / "data" / name


def _home(package: Path) -> Path:
    """The wheel's own folder first: beside an installed package lie other people's files."""
    installed = package / "_defaults"
    return installed if installed.is_dir() else package.parent
