"""A container for each submission: what is asked of the engine, and what a real one holds.

The tests with a real engine run where ``NN_IMAGE`` names an image that it has.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from autograder import sandbox
from autograder.doctor import examine
from autograder.errors import GraderFault
from autograder.sandbox import Limits, container
from autograder.session import Session
from tests.workers import QUICK

pytestmark = pytest.mark.sandbox

STAND_IN = """#!{python}
import json, os, sys
arguments = sys.argv[1:]
with open({log!r}, "a") as log:
    log.write(json.dumps(arguments) + "\\n")
if arguments[0] == "run":
    volumes = dict(a.split(":")[:2][::-1] for a in arguments if a.count(":") == 2)
    inside = arguments[arguments.index("the-image") + 1:]
    wish = json.loads(inside[-1])
    wish["address"] = wish["address"].replace("/link", volumes["/link"])
    code = inside[-2].replace("/course", volumes["/course"])
    wish["folders"] = []
    os.execv({python!r}, [{python!r}, "-s", "-P", "-c", code, json.dumps(wish)])
"""


@pytest.fixture
def docker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program into docker's place that starts the worker without a container."""
    log = tmp_path / "log"
    program = tmp_path / "docker"
    program.write_text(STAND_IN.format(python=sys.executable, log=str(log)))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("NN_IMAGE", "the-image")
    monkeypatch.setenv("NN_SANDBOX", "container")
    monkeypatch.setattr(container, "PROGRAMS", ("docker",))
    container.find.cache_clear()
    return log


def test_a_container_is_used_where_a_program_has_the_image(docker: Path) -> None:
    with Session(QUICK) as session:
        session.run("def f(x): return x + 1")
        with session.apart():
            assert session.get("f")(1) == 2

    asked = [json.loads(line) for line in docker.read_text().splitlines()]
    assert [one[0] for one in asked] == ["image", "run", "kill"]
    assert asked[1][asked[1].index("--name") + 1] == asked[2][1]
    container.find.cache_clear()


def test_a_container_is_closed_off() -> None:
    told = " ".join(container.command("docker", "worker-1", "/tmp/x", Limits(memory_mb=300)))

    for option in (
        "--network none",
        "--read-only",
        "--pids-limit 256",
        "--memory 300m --memory-swap 300m",
        "--user 65534:65534",
        "--cap-drop ALL",
        "--security-opt no-new-privileges",
        "--tmpfs /scratch:rw,nosuid,nodev,size=64m",
        "--log-driver none",
        "--tmpfs /dev/mqueue:ro",
        "--ulimit=nofile=256:256",
    ):
        assert option in told


def test_podman_is_kept_from_opening_folders_again() -> None:
    told = container.command("/usr/bin/podman", "worker-1", "/tmp/x", QUICK)

    assert "--read-only-tmpfs=false" in told
    assert "--read-only-tmpfs=false" not in container.command("docker", "w", "/tmp/x", QUICK)


def test_processes_of_other_containers_are_not_counted() -> None:
    wish = json.loads(container.command("docker", "worker-1", "/tmp/x", QUICK)[-1])

    assert {"AS", "FSIZE"} <= set(wish["rlimits"])
    assert "NPROC" not in wish["rlimits"]


def test_an_engine_that_fails_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "docker"
    program.write_text(
        "#!/bin/sh\n[ $1 = run ] || exit 0\necho no such runtime >&2\nexit 125\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("NN_IMAGE", "the-image")

    with pytest.raises(GraderFault, match=r"could not start .*the-image: no such runtime"):
        container.Container(str(program), QUICK)


@pytest.mark.slow
class TestRealEngine:
    """Asked for by naming an image: there is none without a registry."""

    __test__ = "NN_IMAGE" in os.environ

    def test_everything_is_stopped(self) -> None:
        assert [found.attempt for found in examine("container") if not found.stopped] == []

    def test_little_can_be_written_to(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NN_SANDBOX", "container")
        find = (
            "import os\n"
            "asked = {line.split()[1] for line in open('/proc/mounts')}\n"
            "asked |= {place for place, *_ in os.walk('/')}\n"
            "places = sorted(p for p in asked if os.access(p, os.W_OK) and os.path.isdir(p))\n"
            "found = [p for p in places if not p.startswith(('/proc', '/scratch/'))]"
        )
        with Session(QUICK) as session:
            session.run(find)
            assert session.get("found") == ["/dev/shm", "/scratch"]


def test_a_program_without_the_image_is_no_container(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "docker"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("NN_IMAGE", "no-such-image")

    assert "has the image no-such-image" in sandbox.why_not("container")
