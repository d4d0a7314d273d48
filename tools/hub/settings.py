"""What ``hub.toml`` says of a class, and where its parts lie."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]  # the course that this file belongs to
COURSE_ID = "neurons"  # as in nbgrader_config.py
NAME = re.compile(r"[a-z][a-z0-9_-]{0,30}")  # what useradd takes, and nbgrader's file names


class HubError(RuntimeError):
    """The class can't be set up as asked."""


@dataclass(frozen=True)
class Settings:
    """A class on one server.

    Attributes
    ----------
    folder, programs : Path
        Where the class lies, and where ``install`` has put the programs.
    group : str
        Start of the two groups' names, ``<group>-instructors`` and ``<group>-students``.
    address : str
        What browsers open.
    instructors, students : tuple of str
        Names of users; those that the system lacks are made.
    hub_port, proxy_port : int
        For JupyterHub and its proxy to speak to each other.
    certificate, key : str
        Files for HTTPS; empty where something else in front of the hub takes care of it.
    """

    folder: Path
    programs: Path
    group: str
    address: str
    instructors: tuple[str, ...]
    students: tuple[str, ...]
    hub_port: int = 8081
    proxy_port: int = 8001
    certificate: str = ""
    key: str = ""

    @property
    def course(self) -> Path:
        """Return the instructors' folder, with the gradebook."""
        return self.folder / "course"

    @property
    def exchange(self) -> Path:
        """Return nbgrader's exchange, over which assignments and feedback travel."""
        return self.folder / "exchange"

    @property
    def lectures(self) -> Path:
        """Return the folder of what students may read: the lectures and their package."""
        return self.folder / "lectures"

    @property
    def config(self) -> Path:
        """Return the folder of the configuration, which all may read and root may change."""
        return self.folder / "config"

    @property
    def state(self) -> Path:
        """Return the folder of JupyterHub's own secrets."""
        return self.folder / "hub"

    @property
    def instructors_group(self) -> str:
        """Return the name of the group that owns the course."""
        return f"{self.group}-instructors"

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Return the members of each group."""
        return {
            self.instructors_group: self.instructors,
            f"{self.group}-students": self.students,
        }

    def as_toml(self) -> str:
        """Return the settings as `read` would read them, with nothing left out."""
        return "".join(f"{name} = {_as_toml(value)}\n" for name, value in vars(self).items())


def _as_toml(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_as_toml, value))}]"
    return str(value) if isinstance(value, int) else f'"{value}"'


def read(path: Path) -> Settings:
    """Read ``hub.toml``.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    Settings
        What it says.

    Raises
    ------
    HubError
        If it can't be read, an entry is missing or unknown, or a name is none.
    """
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise HubError(f"{path} can't be read: {error}") from error
    for name in ("instructors", "students"):
        said[name] = tuple(said.get(name, ()))
    for name in ("folder", "programs"):
        said[name] = Path(said.get(name, "missing"))
    _check(path, said)
    return Settings(**said)


def _check(path: Path, said: dict[str, object]) -> None:
    known = {field.name for field in fields(Settings)}
    if unknown := sorted(set(said) - known):
        raise HubError(
            f"{path}: unknown {', '.join(unknown)}; known: {', '.join(sorted(known))}"
        )
    if missing := sorted({"group", "address"} - set(said)):
        raise HubError(f"{path}: {', '.join(missing)} is missing; see examples/hub/hub.toml")
    for name in ("folder", "programs"):
        place = said[name]
        if not (isinstance(place, Path) and place.is_absolute()):
            raise HubError(f"{path}: {name} must be a full path, like /srv/neurons")
    if not said["instructors"]:
        raise HubError(f"{path}: instructors is empty; the class needs one")
    people = [*_names(said["instructors"]), *_names(said["students"])]
    if bad := [name for name in people if not NAME.fullmatch(name)]:
        raise HubError(
            f"{path}: not a user's name: {', '.join(bad)}; "
            "use small letters, digits, - and _, at most 31"
        )
    if twice := sorted({name for name in people if people.count(name) > 1}):
        raise HubError(f"{path}: named twice: {', '.join(twice)}")


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
