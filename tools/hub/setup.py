"""Make the users and folders of a class, and say who may read what.

Everything can be done again: after `git pull`, or with one more name in ``hub.toml``.
Root makes users and the folders that only root may change.  The course, which instructors
may change, is filled by one of them: root neither writes there nor runs what lies there.
"""

from __future__ import annotations

import grp
import os
import pwd
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

from tools.hub.settings import COURSE_ID, SOURCE, HubError, Settings
from tools.release import copy_lectures, with_programs

# Set-group-ID: what is made inside belongs to the instructors' group, whoever makes it.
MODES = {
    "": 0o2775,
    "outbound": 0o2775,
    "inbound": 0o3773,  # students may put a folder in, and see nobody's
    "feedback": 0o2771,  # whoever knows a page's secret name may read it
}


def set_up(wanted: Settings) -> dict[str, str]:
    """Make what is missing; return the first passwords of the users that it made.

    Parameters
    ----------
    wanted : Settings
        The class.

    Returns
    -------
    dict of str to str
        User -> password, for a person to hand over.

    Raises
    ------
    HubError
        If a program fails.
    """
    os.umask(0o022)
    passwords = make_users(wanted)
    wanted.folder.mkdir(exist_ok=True)
    wanted.folder.chmod(0o755)
    wanted.state.mkdir(mode=0o700, exist_ok=True)
    group = grp.getgrnam(wanted.instructors_group).gr_gid
    give(SOURCE, group, 0o750)  # it holds the solutions
    make_exchange(wanted.exchange, group)
    copy_what_all_may_read(wanted)
    wanted.course.mkdir(exist_ok=True)
    give(wanted.course, group, 0o2770)
    fill_course(wanted, group)
    return passwords


def make_users(wanted: Settings) -> dict[str, str]:
    """Make groups and users, and put each user into the right group and no other."""
    passwords = {}
    people = {user.pw_name for user in pwd.getpwall()}
    for group, members in wanted.groups.items():
        _run("groupadd", "--force", group)
        for name in members:
            if name not in people:
                _run("useradd", "--create-home", "--user-group", "--shell=/bin/bash", name)
                passwords[name] = secrets.token_urlsafe(9)
                _run("chpasswd", given=f"{name}:{passwords[name]}\n")
            Path(pwd.getpwnam(name).pw_dir).chmod(0o700)
        _run("gpasswd", "--members", ",".join(members), group)
    return passwords


def make_exchange(exchange: Path, group: int) -> None:
    """Make the exchange of the course, so that no student can be the first to do so."""
    exchange.mkdir(exist_ok=True)
    for name, mode in MODES.items():
        folder = exchange / COURSE_ID / name
        folder.mkdir(exist_ok=True)
        give(folder, group, mode)


def give(folder: Path, group: int, mode: int) -> None:
    """Give a folder to root and a group, with these rights."""
    os.chown(folder, 0, group)
    folder.chmod(mode)


def copy_what_all_may_read(wanted: Settings) -> None:
    """Copy the lectures with their package, and the configuration."""
    for folder in (wanted.lectures, wanted.config):
        shutil.rmtree(folder, ignore_errors=True)
    copy_lectures(SOURCE, wanted.lectures)
    shutil.copytree(SOURCE / "examples" / "hub", wanted.config)
    (wanted.config / "hub.toml").write_text(wanted.as_toml(), encoding="utf-8")
    for role, packages in (("instructor", wanted.course), ("student", wanted.lectures)):
        variables = environment(wanted, role) | {"PYTHONPATH": str(packages)}
        lines = [f"{name}={value}\n" for name, value in variables.items()]
        (wanted.config / role / "environment").write_text("".join(lines), encoding="utf-8")
    for folder in (wanted.lectures, wanted.config):
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def environment(wanted: Settings, role: str) -> dict[str, str]:
    """Return the variables by which a server, or a shell, finds the class."""
    return {
        "JUPYTER_CONFIG_PATH": str(wanted.config / role),
        "NN_EXCHANGE": str(wanted.exchange),
        "PATH": f"{wanted.programs}/env/bin:/usr/local/bin:/usr/bin:/bin",
    }


def fill_course(wanted: Settings, group: int) -> None:
    """Let the first instructor copy the course, and enter the students in the gradebook."""
    me = wanted.instructors[0]
    user = pwd.getpwnam(me)
    for folder, words in (
        (SOURCE, ("copy", str(wanted.course))),
        (wanted.course, ("enrol", *wanted.students)),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "tools.hub.fill", *words],
            cwd=folder,
            user=user.pw_uid,
            group=group,
            extra_groups=[],
            umask=0o002,
            env={"HOME": user.pw_dir, "USER": me, "PATH": with_programs()["PATH"]},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise HubError(f"{me} could not {words[0]} in {wanted.course}: {done.stderr}")


def _run(*command: str, given: str | None = None) -> None:
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise HubError(f"`{' '.join(command)}` failed: {done.stderr.strip()}")
