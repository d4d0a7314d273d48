"""Archives are unpacked within limits, whatever they say about themselves."""

from __future__ import annotations

import gzip
import io
import logging
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.assignment import PRODUCTS
from autograder.exchange.archives import Caps, CheckedExtractor, Refused, unpack
from autograder.exchange.ledger import Ledger
from tests.builders import NAME, command, make_course

MEGABYTE = 1 << 20


def zipped(path: Path, *entries: tuple[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return path


def tarred(path: Path, *entries: tuple[tarfile.TarInfo, bytes]) -> Path:
    with tarfile.open(path, "w:gz" if path.suffix != ".tar" else "w") as archive:
        for entry, data in entries:
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


def special(name: str, kind: bytes, target: str = "") -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname = kind, target
    return entry


def out(archive: Path, **caps: int) -> tuple[dict[str, bytes], list[str]]:
    """Unpack an archive; return its files, and what was said of it."""
    target = archive.parent / "out"
    limits = Caps(files=10, bytes=10 * MEGABYTE, ratio=100)
    vars(limits).update(caps)
    notes = list(unpack(archive, target, limits))
    files = {str(p.relative_to(target)): p for p in target.rglob("*") if p.is_file()}
    return {name: path.read_bytes() for name, path in files.items()}, notes


@pytest.mark.parametrize("name", ["x.zip", "x.tar.gz", "x.tgz", "x.tar"])
def test_honest_archives_are_unpacked(tmp_path: Path, name: str) -> None:
    entries = [("ada/a1.ipynb", b"{}"), ("ada/data/x.csv", b"1")]
    if name == "x.zip":
        archive = zipped(tmp_path / name, *entries)
    else:
        archive = tarred(tmp_path / name, *((tarfile.TarInfo(n), data) for n, data in entries))

    assert out(archive) == (dict(entries), [])


NAMES = [
    "../outside",
    "a/../../outside",
    "/etc/cron.d/x",
    "C:/x",
    "C:\\x",
    "..\\x",
    "a\nb",
    "a\x1b[2J",
    "a\u202eb",
    "n" * 200,
    "1/2/3/4/5/6/7/8/9",
]


@pytest.mark.parametrize("name", NAMES)
def test_no_name_leads_out(tmp_path: Path, name: str) -> None:
    files, notes = out(zipped(tmp_path / "x.zip", (name, b"bad"), ("fine", b"good")))

    assert (files, len(notes)) == ({"fine": b"good"}, 1)
    assert notes[0].isprintable()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "x.zip"]


@pytest.mark.parametrize("name", ["../outside", "/etc/x"])
def test_no_name_of_a_tar_leads_out(tmp_path: Path, name: str) -> None:
    files, notes = out(tarred(tmp_path / "x.tgz", (tarfile.TarInfo(name), b"bad")))

    assert (files, len(notes)) == ({}, 1)


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
@pytest.mark.parametrize(
    "names", [("a1.ipynb", "A1.ipynb"), ("a1.ipynb", "a1.ipynb"), ("\u00e1.x", "a\u0301.x")]
)
def test_names_that_collide_are_left_out(tmp_path: Path, names: tuple[str, str]) -> None:
    files, notes = out(zipped(tmp_path / "x.zip", *((name, b"1") for name in names)))

    assert list(files) == [names[0]]
    assert "another file has that name" in notes[0]


def test_links_and_devices_stay_packed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    kinds = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE)
    strange = [(special(f"x{kind!r}", kind, "/etc/passwd"), b"") for kind in kinds]
    (tmp_path / "tar").mkdir()

    assert out(tmp_path / "x.zip") == ({}, ["left out 'link': not a regular file"])
    files, notes = out(tarred(tmp_path / "tar" / "x.tgz", *strange))
    assert (files, len(notes)) == ({}, 4)


def bomb(path: Path) -> Path:
    return zipped(path, ("zeros", bytes(9 * MEGABYTE)))


@pytest.mark.parametrize(
    ("make", "caps", "told"),
    [
        (bomb, {}, "more than 100 times its size"),
        (bomb, {"ratio": 2000, "bytes": 4 * MEGABYTE}, "more than 4 MB"),
        (lambda p: zipped(p, *((str(i), b"") for i in range(11))), {}, "too many files"),
        (lambda p: (p.write_bytes(b"PK\3\4 and no more"), p)[1], {}, "can't be unpacked"),
        (lambda p: (p.write_bytes(b""), p)[1], {}, "can't be unpacked"),
    ],
    ids=["ratio", "size", "count", "broken", "empty"],
)
def test_what_has_no_end_is_refused(
    tmp_path: Path, make: Callable[[Path], Path], caps: dict[str, int], told: str
) -> None:
    with pytest.raises(Refused, match=told):
        out(make(tmp_path / "x.zip"), **caps)


def test_an_archive_that_lies_about_sizes_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", ("a", b"x" * 5000))
    data = path.read_bytes().replace((5000).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    path.write_bytes(data)

    with pytest.raises(Refused, match="can't be unpacked: Bad CRC-32"):
        out(path)


def test_skipping_inside_a_tar_is_counted(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("../left_out")
    entry.size = 1 << 40
    path = tmp_path / "x.tgz"
    with gzip.open(path, "wb") as file:
        file.write(entry.tobuf() + bytes(9 * MEGABYTE))

    with pytest.raises(Refused, match="more than 100 times"):
        out(path)


def test_a_locked_archive_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", ("a", b"work"))
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)

    with pytest.raises(Refused, match="is encrypted, password required"):
        out(path)


# --- nbgrader's command -------------------------------------------------------------------


def extracted(tmp_path: Path) -> list[str]:
    CheckedExtractor().extract(str(tmp_path / "archive"), str(tmp_path / "extracted"))
    found = (p for p in (tmp_path / "extracted").rglob("*") if p.is_file())
    return sorted(str(path.relative_to(tmp_path / "extracted")) for path in found)


def test_a_bad_archive_stops_no_other(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    bomb(folder / "bomb.zip")
    (folder / "broken.zip").write_bytes(b"nothing")
    zipped(folder / "good.zip", ("a1.ipynb", b"{}"))
    (folder / "plain.ipynb").write_text("{}")
    (folder / "link.ipynb").symlink_to(tmp_path)

    with caplog.at_level(logging.ERROR):
        assert extracted(tmp_path) == ["good/a1.ipynb", "plain.ipynb"]


def test_archives_inside_archives_share_the_limits(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    inner = zipped(tmp_path / "inner.zip", ("a1.ipynb", b"{}")).read_bytes()
    small = bomb(tmp_path / "bomb.zip").read_bytes()
    zipped(folder / "class.zip", ("ada.zip", inner), ("eve.zip", small))

    assert "class/ada/a1.ipynb" in extracted(tmp_path)
    assert not (tmp_path / "extracted" / "class" / "eve").exists()


def test_a_quine_of_archives_comes_to_an_end(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    data = b"{}"
    for depth in range(6):
        data = zipped(
            tmp_path / "x.zip", (f"{depth}.zip" if depth else "work", data)
        ).read_bytes()
    (folder / "deep.zip").write_bytes(data)

    assert extracted(tmp_path) == ["deep/5.zip", "deep/5/4.zip", "deep/5/4/3.zip"]


@pytest.mark.slow
def test_zip_collect_takes_a_download_apart(tmp_path: Path) -> None:
    root = make_course(tmp_path / "course")
    folder = root / "grading" / "downloaded" / NAME / "archive"
    folder.mkdir(parents=True)
    for student in ("ada", "..", "bob"):
        zipped(folder / f"{student}+{NAME}.zip", (f"{student}_{NAME}.ipynb", b"{}"))
    named = (
        r"c.FileNameCollectorPlugin.named_regexp = r'.*/(?P<student_id>[^/]+)_(?P<file_id>t.*)'"
    )
    with (root / "nbgrader_config.py").open("a") as file:
        file.write(named + "\n")

    done = command(root, "nbgrader", "zip_collect", NAME)

    assert done.returncode == 0, done.stderr
    submitted = root / "grading" / "submitted"
    assert sorted(path.name for path in submitted.iterdir()) == ["ada", "bob"]
    told = {v.student: v.problem for v in Ledger(root / PRODUCTS).versions(NAME)}
    assert told == {"ada": "", "bob": "", "..": "it leads out of its folder"}
