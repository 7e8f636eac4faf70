# `make up` makes a ready system and opens the screens; `make test` is everything that must be green.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: up install test check bench eval lock sample model clean

up: $(VENV)/installed
	$(BIN)/loket up

install: $(VENV)/installed

# Style, types and import contracts, without running anything.
check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

test: check
	$(BIN)/python -m pytest

bench: $(VENV)/installed-dev
	$(BIN)/python -m evaluation.bench --passages 20000 --passages 300000 --write

# The figures of README and evaluation/RESULTS.md, on the real documents beside the project.
eval: $(VENV)/installed-dev
	$(BIN)/python -m evaluation.pairs --write
	$(BIN)/python -m evaluation.answers --write evaluation/RESULTS-answers.md
	$(BIN)/python -m evaluation.retrieval --dataset ../shared/eval/retrieval/dev --write

# Made again from their sources: the sample corpus, the embedding model.
sample: $(VENV)/installed-dev
	$(BIN)/python -m tools.sample_corpus

model: $(VENV)/installed-dev
	$(BIN)/python -m tools.train_embedding --data ../shared/data --out models/loket-static-nl

# Pins what is installed now, after a deliberate upgrade: runtime first, then what development adds.
lock:
	./tools/lock.sh $(PYTHON)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Loket needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 3; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
