"""The defaults, in a checkout and in an installed package."""

from __future__ import annotations

from pathlib import Path

from qcompare.storage.defaults import config_path, data_path, samples_dir


def test_in_a_checkout(tmp_path: Path) -> None:
    package = tmp_path / "qcompare"
    package.mkdir()
    assert config_path(package) == tmp_path / "config.yaml"
    assert samples_dir(package) == tmp_path / "samples"
    assert data_path("measures.yaml", package) == package / "data" / "measures.yaml"


def test_installed_what_lies_beside_the_package_is_not_ours(tmp_path: Path) -> None:
    package = tmp_path / "qcompare"
    (package / "_defaults").mkdir(parents=True)
    (tmp_path / "config.yaml").touch()
    assert config_path(package) == package / "_defaults" / "config.yaml"
    assert samples_dir(package) == package / "_defaults" / "samples"


def test_the_shipped_ones_are_there() -> None:
    assert config_path().is_file()
    assert samples_dir().is_dir()
    assert data_path("measures.yaml").is_file()
