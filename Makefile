# Everything that is needed is installed by the word that needs it.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup run test bench drill data docs lint lock screenshots golden

## setup: the environment to run and to develop
setup: $(VENV)/.dev

## run: the dashboard at http://localhost:8501 (make run PORT=8601 chooses another port)
run: $(VENV)/.run
	$(BIN)/streamlit run dashboard/app.py --server.port $(PORT)

## test: every test, in a real browser too, side by side on all the cores
test: $(VENV)/.dev
	bash tests/set_up.sh
	$(BIN)/python -m pytest -n logical --dist loadfile --no-loadscope-reorder

## lint: style, formatting, types of the domain
lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

## bench: speed, bytes and memory, each beside the plain way
bench: $(VENV)/.dev
	bash tests/set_up.sh
	$(BIN)/python -m tests.bench

## drill: faults of the network and of servers in a real browser, 200 seeded runs (make drill RUNS=20)
RUNS ?= 200
drill: $(VENV)/.dev
	bash tests/set_up.sh
	$(BIN)/python -m tests.drill $(RUNS)

## data: the reference geography, the data package and the catalogue, made again from their sources
data: $(VENV)/.dev
	$(BIN)/python -m dashboard.reference
	$(BIN)/python -m dashboard.features.exports
	$(BIN)/python -m dashboard build

## docs: the parts of the documentation that the code says itself: settings, commands, fields, formats, rooms
docs: $(VENV)/.dev
	$(BIN)/python -m tests.tools.write_docs

## screenshots: the README's pictures, taken from the running dashboard
screenshots: $(VENV)/.dev
	bash tests/set_up.sh
	$(BIN)/python -m tests.browser.screenshots

## golden: rewrite the files that tests compare whole
golden: $(VENV)/.dev
	$(BIN)/python -m pytest --update-golden tests/golden tests/interchange/test_notebooks.py

## lock: write the two lists of exact versions, with the hash of each file
lock: $(VENV)/.dev
	for name in requirements requirements-dev; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	    --custom-compile-command "make lock" $$name.in --output-file $$name.txt || exit 1; \
	done

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 ou plus est nécessaire (make PYTHON=python3.11 …)."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Le module venv manque : sous Debian, apt-get install python3-venv."; exit 1; }

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.txt
	@touch $@ $(VENV)/.run
