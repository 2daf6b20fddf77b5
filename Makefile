# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
#
#   make run      opens Autodiag; without a screen, fills and prints the example commune
#   make test     every test but the long ones        make check    style, types, data, house rules
#   make test-long  those
#   make bench    speeds, beside their references     make lock     new lock files (needs uv)
#   make bundle   dist/autodiag: one folder to copy, with nothing to install; then tries it
#   make gallery  a picture of every page, on screen and on paper, and those of the README;
#                 ARGS="--only feuille", ARGS=--quick: some of them
#
# `make run ARGS="score dossier.autodiag --json"` and `make test ARGS="tests/scoring"` pass arguments on.

PYTHON := .venv/bin/python
SCREEN := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname))

# No accessibility bus: under a virtual screen each Qt process would leave one behind.
WITHOUT_SCREEN := DBUS_SESSION_BUS_ADDRESS=disabled: QT_QPA_PLATFORM=offscreen

# For every Python from the oldest on; no address of an index.
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

.PHONY: run test test-long check bench gallery bundle lock

run:
	@sh tools/setup.sh run
ifeq ($(SCREEN)$(ARGS),)
	@echo "Pas d’écran ici : Autodiag remplit et imprime la commune d’exemple."
	@$(PYTHON) main.py exemple sortie/exemple
else
	@$(PYTHON) main.py $(ARGS)
endif

test:
	@sh tools/setup.sh test
	$(WITHOUT_SCREEN) $(PYTHON) -m pytest -n 2 --dist worksteal $(ARGS)

test-long:
	@$(MAKE) --no-print-directory test ARGS="-m long $(ARGS)"

check:
	@sh tools/setup.sh test
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m pyright
	$(PYTHON) main.py verifier questionnaires/maturite-numerique
	$(WITHOUT_SCREEN) $(PYTHON) -m pytest -q tests/test_house.py tests/test_architecture.py tests/test_habits.py

bench:
	@sh tools/setup.sh test
	$(WITHOUT_SCREEN) $(PYTHON) -m tests.bench

gallery:
	@sh tools/setup.sh test
	$(WITHOUT_SCREEN) $(PYTHON) -m tests.gallery --docs $(ARGS)

bundle:
	@sh tools/setup.sh test
	$(PYTHON) -m PyInstaller --noconfirm --log-level WARN --workpath build/bundle tools/bundle/autodiag.spec
	@sh tools/bundle/try.sh dist/autodiag

lock:
	uv pip compile $(LOCK) --output-file requirements.lock pyproject.toml
	uv pip compile $(LOCK) --group dev --output-file requirements-dev.lock pyproject.toml
