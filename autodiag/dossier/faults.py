# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What SQLite and the disk can refuse, said as AutodiagError. Knows nothing of tables."""

import errno
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from autodiag.errors import AutodiagError


class DamagedError(ValueError):
    """A row that no version of Autodiag can have written."""


# by the beginning of SQLite's own name for the error; the first that fits
_SQLITE: tuple[tuple[str, str], ...] = (
    ("SQLITE_FULL", "dossier_disque_plein"),
    ("SQLITE_READONLY_ROLLBACK", "dossier_ecriture_interrompue"),
    ("SQLITE_READONLY_RECOVERY", "dossier_ecriture_interrompue"),
    ("SQLITE_READONLY_CANTINIT", "dossier_ecriture_interrompue"),
    ("SQLITE_READONLY_DBMOVED", "dossier_deplace"),
    ("SQLITE_READONLY", "dossier_non_modifiable"),
    ("SQLITE_PERM", "dossier_non_modifiable"),
    ("SQLITE_BUSY", "dossier_occupe"),
    ("SQLITE_LOCKED", "dossier_occupe"),
    ("SQLITE_TOOBIG", "dossier_texte_trop_long"),
    ("SQLITE_CANTOPEN", "dossier_disque_en_panne"),
    ("SQLITE_IOERR", "dossier_disque_en_panne"),
)

_SYSTEM: dict[int, str] = {
    errno.ENOENT: "dossier_introuvable",
    errno.ENOTDIR: "dossier_introuvable",
    errno.EACCES: "dossier_acces_refuse",
    errno.EPERM: "dossier_acces_refuse",
    errno.EROFS: "dossier_acces_refuse",
    errno.ENOSPC: "dossier_disque_plein",
    errno.EDQUOT: "dossier_disque_plein",
    errno.EISDIR: "dossier_pas_un_dossier",
    errno.ENAMETOOLONG: "dossier_nom_trop_long",
}


@contextmanager
def said_in_french(path: Path) -> Generator[None]:
    """Turn what SQLite, the disk or a damaged row raises into an AutodiagError about `path`.

    Misuses of sqlite3 and broken constraints are bugs of ours: they pass through.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
        raise
    except sqlite3.Error as error:
        name: str = getattr(error, "sqlite_errorname", "") or ""
        raise AutodiagError(_sqlite_code(name), fichier=path.name) from error
    except UnicodeEncodeError as error:
        raise AutodiagError("dossier_texte_impossible") from error
    except (UnicodeDecodeError, DamagedError) as error:
        raise AutodiagError("dossier_abime", fichier=path.name) from error
    except OSError as error:
        code = _SYSTEM.get(error.errno or 0, "dossier_disque_en_panne")
        raise AutodiagError(code, fichier=path.name) from error


@contextmanager
def placed_in_french(target: Path) -> Generator[None]:
    """The same, where a new file is to be put at `target`."""
    with said_in_french(target):
        try:
            yield
        except FileExistsError as error:
            raise AutodiagError("dossier_cible_existe", fichier=target.name) from error
        except OSError as error:
            if _SYSTEM.get(error.errno or 0) in ("dossier_introuvable", "dossier_acces_refuse"):
                place = target.parent.name or str(target.parent)
                raise AutodiagError("dossier_emplacement", emplacement=place) from error
            raise


def _sqlite_code(name: str) -> str:
    for beginning, code in _SQLITE:
        if name.startswith(beginning):
            return code
    # malformed pages, a text that is not UTF-8 (which has no name), a schema that does not parse
    return "dossier_abime"
