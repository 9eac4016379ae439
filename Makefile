# make demo    set up, add the sample articles to a library in build/, ask who said what
# make check   set up, run every check: ruff, mypy --strict, pytest with doctests
#
# Needs make and Python 3.11 or later with venv; all else goes into .venv. The stamp files make a
# second run start at once; they are renewed when pyproject.toml changes.

PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11 python,\
	$(shell $(p) -c 'import sys; sys.version_info < (3, 11) or print("$(p)")' 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DEMO := build/demo
WHO ?= Vask

.PHONY: help demo check lint types test bench clean

help:
	@sed -n 's/^# make/make/p' Makefile

demo: $(VENV)/installed
	@rm -rf $(DEMO)
	QUOTES_DB=$(DEMO) $(BIN)/quotes add seeds/
	QUOTES_DB=$(DEMO) $(BIN)/quotes who $(WHO)

check: lint types test

lint: $(VENV)/installed-check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-check
	$(BIN)/mypy

test: $(VENV)/installed-check
	$(BIN)/python -m pytest

bench: $(VENV)/installed-bench
	$(BIN)/python -m bench.startup
	$(BIN)/python -m bench.speed

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info

$(VENV)/installed: pyproject.toml
	$(if $(PYTHON),,$(error No Python 3.11 or later found: install one, or say make PYTHON=/path/to/python))
	@echo "Setting up $(VENV) with $(PYTHON) ..."
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --editable .
	@touch $@

$(VENV)/installed-check: $(VENV)/installed
	$(PIP) install --editable '.[check]'
	@touch $@

$(VENV)/installed-bench: $(VENV)/installed
	$(PIP) install --editable '.[bench]'
	@touch $@
