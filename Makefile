# `make run` opens the reader on the seeds; `make test` runs every test. Both set up what they need.
VENV   ?= .venv
PYTHON ?= python3
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
CHECKS := $(VENV)/.validators
JOBS   ?= auto
SIZE   ?= 10000
PARTS  ?=

.PHONY: setup run test lint format bench pictures clean

setup: $(STAMP)

$(STAMP): pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Bienban needs Python 3.11 or newer; say which with PYTHON=python3.12"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

# What checks the exports; it builds against ICU, and where that is missing its tests are skipped.
$(CHECKS): $(STAMP)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[validators]' 2>$@.log || echo "No ICU here: the test that needs followthemoney will be skipped"
	@touch $@

archive.db: | $(STAMP)
	$(BIN)/bienban --archive $@ import seeds

run: $(STAMP) archive.db
	@$(BIN)/bienban --archive archive.db

test: $(CHECKS)
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_door.py

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP)
	$(BIN)/python -m benchmarks $(PARTS) --size $(SIZE)

pictures: $(STAMP)
	$(BIN)/python tools/pictures.py docs/images

clean:
	rm -rf $(VENV) archive.db archive.db-wal archive.db-shm .mypy_cache .ruff_cache .pytest_cache .hypothesis
