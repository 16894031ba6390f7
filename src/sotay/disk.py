"""Site → disk, touching only what changed."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from sotay.site import Site


def write_site(site: Site, root: Path, folder: Path) -> tuple[str, ...]:
    """Write the staged tree, changing only files that differ and removing what is gone.

    Returns the uris that were written. Unchanged files keep their times, so that a live preview
    does not build for ever.
    """
    wanted: dict[str, bytes] = {uri: page.text.encode() for uri, page in site.pages.items()}
    wanted |= {uri: (root / source).read_bytes() for uri, source in site.files.items()}
    written = []
    for uri, content in wanted.items():
        path = folder / uri
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            written.append(uri)
    _remove_others(folder, wanted)
    return tuple(written)


def _remove_others(folder: Path, wanted: Mapping[str, bytes]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            shutil.rmtree(path)
