"""The configuration in force: the shipped one, with the user's laid over it key by key."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Any

from qcompare.checks import complaint, list_of, record
from qcompare.errors import BadConfiguration
from qcompare.settings import Settings, build, trusted
from qcompare.storage.cache import Cache, digest
from qcompare.storage.defaults import config_path, data_path
from qcompare.storage.files import read_bytes
from qcompare.storage.fingerprint import fingerprint
from qcompare.storage.yamlfile import load_yaml


@dataclass(frozen=True, slots=True)
class Layer:
    """A partial configuration and the file it stands in, by path and by ``digest`` of its bytes.

    Names of other files in it are relative to that file.
    """

    path: Path
    content: str
    mapping: Mapping[str, Any]


def load_settings(path: Path | None, cache: Cache | None, *further: Layer) -> Settings:
    """The settings in a file (None: in ``QCOMPARE_CONFIG``, if it is set) over the shipped ones.

    ``further`` layers, such as the ``config:`` of a job file, lie over both. Raises UnreadableInput for a
    file that cannot be read and BadConfiguration for one with faults.
    """
    kept = cache if cache is not None else Cache(None)
    named = path or (Path(os.environ["QCOMPARE_CONFIG"]) if os.environ.get("QCOMPARE_CONFIG") else None)
    files = [config_path()] + ([named] if named else [])
    return _settings([*(_layer(file, kept) for file in files), *further], kept)


def merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """One configuration over another: mappings key by key; lists, and the taxonomy, are replaced whole."""
    result = dict(under)
    for name, value in over.items():
        below = under.get(name)
        deep = name != "taxonomy" and isinstance(below, dict) and isinstance(value, dict)
        result[name] = merged(below or {}, value) if deep else value
    return result


def _settings(layers: Sequence[Layer], cache: Cache) -> Settings:
    """The settings of layers, each laid over those before it."""
    mapping = reduce(merged, (layer.mapping for layer in layers))
    origins = {name: str(layer.path) for layer in layers for name in layer.mapping}
    sources = [layer.content for layer in layers]
    measures = _measures(mapping, _last(layers, "taxonomy"), cache)
    if measures is not None:
        mapping = {**mapping, "taxonomy": {**mapping["taxonomy"], **measures.mapping}}
        origins = {"taxonomy.measures": str(measures.path), **origins}
        sources.append(measures.content)
    settings = _built(mapping, str(layers[-1].path), origins, digest(fingerprint(), *sources), cache)
    folder = _last(layers, "plans").path.parent
    plans = (os.path.join(folder, os.path.expanduser(each)) for each in settings.plans)
    return replace(settings, plans=tuple(plans))


def _built(
    mapping: Mapping[str, Any], origin: str, origins: Mapping[str, str], key: str, cache: Cache
) -> Settings:
    """The settings in a mapping; that it is faultless is kept, for to find out takes longer than all else."""
    known = cache.get("settings", key)
    if isinstance(known, str):
        return trusted(mapping, known)
    settings = build(mapping, origin, origins)
    cache.put("settings", key, settings.sha256)
    return settings


def _last(layers: Sequence[Layer], name: str) -> Layer:
    """The layer whose word on a key counts."""
    return next((layer for layer in reversed(layers) if name in layer.mapping), layers[0])


def _measures(mapping: Mapping[str, Any], layer: Layer, cache: Cache) -> Layer | None:
    """The file that ``taxonomy.measures`` names, if any: beside the configuration, else in the package."""
    taxonomy = mapping.get("taxonomy")
    name = taxonomy.get("measures") if isinstance(taxonomy, dict) else None
    if not isinstance(name, str):
        return None
    choices = (layer.path.parent / name, data_path(name))
    found = next((path for path in choices if path.is_file()), None)
    if found is None:
        hint = f"Put it beside {layer.path}, or give the list of measures itself."
        raise BadConfiguration(f'{layer.path}: taxonomy.measures: there is no file "{name}"', hint)
    measures = _layer(found, cache)
    # What is in the list is looked at with all the rest.
    faults = record({"measures": list_of(lambda _: ())})(measures.mapping)
    if faults:
        raise complaint(faults, str(found))
    return measures


def _layer(path: Path, cache: Cache) -> Layer:
    """The mapping in a YAML file, kept by the hash of its bytes, for parsing is slow."""
    data = read_bytes(path)
    content = digest(fingerprint(), data)
    mapping = cache.get("yaml", content)
    if not isinstance(mapping, dict):
        mapping = load_yaml(data, str(path)) or {}
        cache.put("yaml", content, mapping)
    if not isinstance(mapping, dict):
        hint = "Begin with a key and a colon, such as `lang: en`."
        raise BadConfiguration(f"{path}: is not a mapping of `key: value` lines", hint)
    return Layer(path, content, mapping)
