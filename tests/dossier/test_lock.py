# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One dossier, two who open it: two processes, locks or leases (contract D5)."""

import errno
import fcntl
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from autodiag.dossier.lease import Lease
from autodiag.dossier.lock import DossierLock, Holder, parse_holder
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered, Unknown
from tests.dossier.samples import author, create
from tests.sources import ROOT

BEAT = 0.25
HOLD = """
import sys
from pathlib import Path
from autodiag.dossier.opening import open_dossier
from autodiag.model.assessment import Answered
from tests.dossier.samples import author
with open_dossier(Path(sys.argv[1]), author("Paul <b>&")) as dossier:
    print(dossier.access.why_read_only or "open", flush=True)
    for line in sys.stdin:
        dossier.set_answer("str-1", Answered(int(line)))
        print("saved", flush=True)
"""

INTRUDE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0.2)
connection.execute("DELETE FROM journal")
connection.commit()
"""


def another_process(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def say(process: subprocess.Popen[str], line: str = "") -> str:
    assert process.stdin is not None
    assert process.stdout is not None
    if line:
        process.stdin.write(line + "\n")
        process.stdin.flush()
    return process.stdout.readline().strip()


def test_D5_the_second_process_reads_and_is_told_who_and_since_when(path: Path) -> None:
    create(path).close()
    with another_process(path) as other:
        assert say(other) == "open"
        with open_dossier(path, author()) as dossier:
            why = dossier.access.why_read_only
            assert why is not None
            assert why.code == "dossier_ouvert_ailleurs"
            for said in ("Paul <b>& (poste MAIRIE-2)", "21/11/2026 à 12\u00a0h\u00a000"):
                assert said in why.sentence
            with pytest.raises(AutodiagError, match="déjà ouvert"):
                dossier.set_answer("str-1", Answered(0))
            with pytest.raises(AutodiagError, match="déjà ouvert"):
                dossier.undo()
            assert say(other, "4") == "saved"
            assert dossier.assessment().level("str-1") == 4
        # the one who only read has taken nothing away from the one who writes
        assert say(other, "2") == "saved"
        other.communicate()
    with open_dossier(path, author()) as dossier:
        assert dossier.access.why_read_only is None
        assert dossier.assessment().level("str-1") == 2


def test_D5_a_killed_process_keeps_nobody_out(path: Path) -> None:
    create(path).close()
    with another_process(path) as other:
        assert say(other) == "open"
        other.kill()
        other.wait()
    assert DossierLock(path.resolve()).present()
    with open_dossier(path, author()) as dossier:
        assert dossier.access.why_read_only is None
        dossier.set_answer("str-1", Unknown())
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_D5_opened_twice_in_one_process_the_locks_of_the_first_hold(
    dossier: Dossier, path: Path
) -> None:
    """Opening and closing the file beside SQLite would let another process write in the middle."""
    with dossier._database.write() as connection:
        connection.execute("DELETE FROM facts")
        with open_dossier(path, author("Paul")) as second:
            assert second.access.why_read_only is not None
        intruder = subprocess.run(
            [sys.executable, "-c", INTRUDE, str(path)], capture_output=True, text=True, check=False
        )
        assert "database is locked" in intruder.stderr


@pytest.mark.parametrize(
    "text", [b"", b"[1]", b"{", b"\xff\0", b'{"qui": {"a": [1]}}', b"[" * 4000]
)
def test_D5_what_a_side_file_says_is_never_trusted(text: bytes) -> None:
    assert isinstance(parse_holder(text).sentence, str)


def test_D5_a_long_or_strange_name_is_shown_short_and_on_one_line() -> None:
    sentence = Holder("A\n\x1b[31m" + "b" * 5000, "poste\r", "hier").sentence
    assert sentence.isprintable()
    assert len(sentence) < 250
    assert "depuis" not in sentence


def test_D5_a_link_in_place_of_the_side_file_writes_over_nothing(path: Path) -> None:
    create(path).close()
    victim = path.with_name("victim.txt")
    victim.write_text("mine")
    DossierLock(path.resolve()).path.symlink_to(victim)
    with open_dossier(path, author()) as dossier:
        assert dossier.access.why_read_only is not None
    assert victim.read_text() == "mine"


def test_answers_from_two_threads_are_all_kept(dossier: Dossier) -> None:
    def answer(first: int) -> None:
        for number in range(first, first + 40):
            dossier.set_answer(f"q-{number}", Answered(number))
            dossier.assessment()

    threads = [threading.Thread(target=answer, args=(first,)) for first in (0, 100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(dossier.assessment().answers) == 80


# --- Where locks are not supported


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that refuses to lock, as some network shares do."""

    def refuse(_handle: int, _operation: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)


@pytest.mark.usefixtures("no_locks")
def test_D5_without_locks_a_living_lease_keeps_the_second_reading(path: Path) -> None:
    create(path).close()
    with open_dossier(path, author(), beat=BEAT) as first:
        assert first.access.why_read_only is None
        with open_dossier(path, author("Paul"), beat=BEAT) as second:
            assert second.access.why_read_only is not None
            assert "Marie (poste MAIRIE-2)" in second.access.why_read_only.sentence
        first.set_answer("str-1", Answered(1))
    with open_dossier(path, author("Paul"), beat=BEAT) as second:
        assert second.access.why_read_only is None
        assert second.assessment().level("str-1") == 1
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.usefixtures("no_locks")
def test_D5_a_lease_that_no_longer_changes_is_taken_over_whatever_its_date(path: Path) -> None:
    create(path).close()
    lock = DossierLock(path.resolve())
    fields = Holder("Paul", "PC", "2999-01-01T00:00:00").fields
    lock.path.write_bytes(Lease(lock.path, fields, 1)._fields["jeton"].encode().ljust(2048))
    os.utime(lock.path, (4e9, 4e9))
    with open_dossier(path, author(), beat=BEAT) as dossier:
        assert dossier.access.why_read_only is None


@pytest.mark.long
@pytest.mark.usefixtures("no_locks")
def test_D5_who_was_asleep_while_the_lease_was_taken_over_writes_no_more(path: Path) -> None:
    create(path).close()
    with open_dossier(path, author(), beat=1000) as asleep:
        asleep.set_answer("str-1", Answered(1))
        with open_dossier(path, author("Paul"), beat=BEAT) as other:
            assert other.access.why_read_only is None
            with pytest.raises(AutodiagError) as refused:
                asleep.set_answer("str-1", Answered(2))
            assert refused.value.code == "dossier_repris_ailleurs"
            assert other.assessment().level("str-1") == 1
        # and does not take the side file of the other away
        asleep.close()


@pytest.mark.usefixtures("no_locks")
def test_D5_a_lease_that_somebody_deleted_is_written_again(path: Path) -> None:
    create(path).close()
    with open_dossier(path, author(), beat=BEAT) as dossier:
        side = DossierLock(path.resolve()).path
        side.unlink()
        dossier.set_answer("str-1", Answered(1))
        deadline = time.monotonic() + 20
        while holder_in(side) != "Marie":
            assert time.monotonic() < deadline
            time.sleep(0.02)


def holder_in(side: Path) -> str:
    return parse_holder(side.read_bytes()).who if side.exists() else ""


REFUSE_LOCKS = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
int flock(int handle, int operation) { errno = ENOLCK; return -1; }
static int refuse(const char *name, int handle, int command, void *argument) {
    if (command == F_SETLK || command == F_SETLKW || command == F_GETLK) {
        errno = ENOLCK;
        return -1;
    }
    int (*real)(int, int, ...) = dlsym(RTLD_NEXT, name);
    return real(handle, command, argument);
}
#define LIKE(name) int name(int handle, int command, ...) { \
    va_list list; va_start(list, command); \
    void *argument = va_arg(list, void *); va_end(list); \
    return refuse(#name, handle, command, argument); }
LIKE(fcntl)
LIKE(fcntl64)
"""
WITHOUT_LOCKS = """
import sqlite3, sys
from pathlib import Path
from autodiag.dossier.opening import open_dossier
from autodiag.model.assessment import Answered
from tests.dossier.samples import author
path = Path(sys.argv[1])
try:
    sqlite3.connect(path, timeout=0).execute("SELECT 1 FROM facts")
except sqlite3.OperationalError:
    print("SQLite alone cannot read here")
with open_dossier(path, author(), beat=0.25) as first:
    first.set_answer("str-1", Answered(3))
    with open_dossier(path, author("Paul"), beat=0.25) as second:
        print(second.access.why_read_only.code, second.assessment().level("str-1"))
"""


def test_D5_a_dossier_opens_where_no_lock_of_any_kind_works(path: Path, tmp_path: Path) -> None:
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs a C compiler to make a system without locks")
    create(path).close()
    (tmp_path / "refuse.c").write_text(REFUSE_LOCKS)
    library = tmp_path / "refuse.so"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-o", library, tmp_path / "refuse.c", "-ldl"], check=True
    )
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_LOCKS, str(path)],
        cwd=ROOT, env={**os.environ, "LD_PRELOAD": str(library)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.stdout.splitlines() == [
        "SQLite alone cannot read here",
        "dossier_ouvert_ailleurs 3",
    ], ran.stderr
