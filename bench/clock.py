"""Runs a command and tells how long it took and how much memory it held at its peak."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.05


@dataclass(frozen=True)
class Ran:
    """A finished command: wall-clock seconds, peak memory of all its processes, its log."""

    seconds: float
    memory: int
    log: str


def run(command: list[str], folder: Path, settings: Mapping[str, str]) -> Ran:
    """Run a command in `folder`. Raises RuntimeError with the log when it fails."""
    peak = 0
    is_over = threading.Event()

    def watch(pid: int) -> None:
        nonlocal peak
        while not is_over.wait(PAUSE):
            peak = max(peak, held(pid))

    begin = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, **settings}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        watcher = threading.Thread(target=watch, args=(process.pid,))
        watcher.start()
        log, _ = process.communicate()
        seconds = time.perf_counter() - begin
    is_over.set()
    watcher.join()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{log}")
    return Ran(seconds, peak, log)


def held(pid: int) -> int:
    """Give the memory in bytes that a process and its children hold now."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(c) for task in tasks for c in (task / "children").read_text().split()]
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") + sum(held(child) for child in children)
