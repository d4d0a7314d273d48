"""A class of two instructors and three students on this machine, with users of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.browser.classroom import NOT_COPIED, ROOT
from tests.browser.server import free_port, wait_for
from tools.hub.settings import COURSE_ID, Settings, read

PREFIX = "nnhub-"  # no user of this name was ever made by hand
IDA, OTTO = f"{PREFIX}ida", f"{PREFIX}otto"
AMIRA, BJORN, CHIDI = (f"{PREFIX}{name}" for name in ("amira", "bjorn", "chidi"))
NAMES = (IDA, OTTO, AMIRA, BJORN, CHIDI)


@dataclass(frozen=True)
class Hub:
    """A running JupyterHub: its settings, and its users' passwords."""

    settings: Settings
    passwords: dict[str, str]

    @property
    def inbound(self) -> Path:
        """Return the folder in which students put what they hand in."""
        return self.settings.exchange / COURSE_ID / "inbound"

    def run_as(self, user: str, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command as a terminal of that user's server would, with that user's rights."""
        account = pwd.getpwnam(user)
        teaches = user in self.settings.instructors
        variables = self.settings.config / ("instructor" if teaches else "student")
        lines = (variables / "environment").read_text(encoding="utf-8").splitlines()
        return subprocess.run(
            command,
            user=account.pw_uid,
            group=account.pw_gid,
            extra_groups=os.getgrouplist(user, account.pw_gid),
            umask=0o002 if teaches else 0o077,
            env={"HOME": account.pw_dir, "USER": user} | dict(x.split("=", 1) for x in lines),
            cwd=self.settings.course if teaches else account.pw_dir,
            capture_output=True,
            text=True,
            timeout=120,
        )

    def nbgrader(self, user: str, *words: str) -> str:
        """Run an nbgrader command, which must work; return what it said."""
        done = self.run_as(user, "nbgrader", *words)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr


@contextmanager
def running_hub(programs: Path) -> Iterator[Hub]:
    """Set a class up as the guide says, and start its JupyterHub; remove all of it again."""
    remove_users()  # of a run that was killed
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    try:
        with started(folder, programs) as hub:
            yield hub
    finally:
        remove_users()
        shutil.rmtree(folder)


@contextmanager
def started(folder: Path, programs: Path) -> Iterator[Hub]:
    """Set up in an empty folder, and start."""
    settings = written(folder, programs)
    source = folder / "source"
    shutil.copytree(ROOT, source, ignore=NOT_COPIED)
    python = [str(programs / "env" / "bin" / "python"), "-m", "tools.hub"]
    made = subprocess.run(
        [*python, "setup", "../hub.toml"], cwd=source, capture_output=True, text=True
    )
    assert made.returncode == 0, made.stdout + made.stderr
    lines = [line for line in made.stdout.splitlines() if line.startswith("new user")]
    passwords = {line.split(",")[0].split()[-1]: line.split()[-1] for line in lines}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [*python, "start", "../hub.toml"], cwd=source, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        wait_for(f"{settings.address}/hub/health", server)
        yield Hub(settings, passwords)
    finally:
        server.terminate()
        server.wait(60)


def written(folder: Path, programs: Path) -> Settings:
    """Write the settings of the class beside its course."""
    folder.chmod(0o755)
    lines = {
        "folder": f'"{folder}"',
        "programs": f'"{programs}"',
        "group": f'"{PREFIX}class"',
        "address": f'"http://127.0.0.1:{free_port()}"',
        "hub_port": free_port(),
        "proxy_port": free_port(),
        "instructors": [IDA, OTTO],
        "students": [AMIRA, BJORN, CHIDI],
    }
    file = folder / "hub.toml"
    file.write_text("".join(f"{name} = {value}\n" for name, value in lines.items()))
    return read(file)


def remove_users() -> None:
    """Remove the users of the test with their homes, after ending what they still run."""
    for name in NAMES:
        with suppress(KeyError):
            end_processes(pwd.getpwnam(name).pw_uid)
            subprocess.run(["userdel", "--remove", name], check=True, capture_output=True)
    for role in ("instructors", "students"):
        subprocess.run(["groupdel", f"{PREFIX}class-{role}"], capture_output=True)


def end_processes(user: int) -> None:
    """End the processes of one user, each by its number, and wait until they are gone."""
    until = time.monotonic() + 20
    while (running := processes(user)) and time.monotonic() < until:
        for process in running:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        time.sleep(0.1)


def processes(user: int) -> list[int]:
    """Return the numbers of a user's processes."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if folder.stat().st_uid == user:
                found.append(int(folder.name))
    return found
