# Two commands do everything on a machine with Python 3.11 and make: `make course`, `make test`.
PYTHON ?= python3
OPEN ?= 1
# To compare with the PyTorch that you have: make peers TORCH='torch>=2.2'
TORCH ?= torch==2.13.0
# What authors and testers need; students and instructors get less.
ALL := .venv/installed-grading,cluster,postgres,book,dev
export PATH := $(CURDIR)/.venv/bin:$(PATH)

course: .venv/installed-grading  ## set up, build the release, grade the sample class, open JupyterLab
	.venv/bin/python -m tools.course --open $(OPEN)

test: $(ALL)  ## everything that can be tested; says what could not be
	.venv/bin/python -m tools.gate test

check: $(ALL)  ## the quick gate: lint, types, layers, generated files, unit tests
	.venv/bin/python -m tools.gate check

peers: .venv/installed-peers  ## compare with PyTorch and JAX (installs both): values, then speed
	.venv/bin/python -m tools.gate peers

bench: .venv/installed-peers  ## how fast the numbers are beside PyTorch, JAX, scikit-learn, ConvNetJS
	.venv/bin/python -m benchmarks

format: $(ALL)  ## lay the code out, and mend what the linter can mend
	.venv/bin/ruff check --quiet --fix --exit-zero
	.venv/bin/ruff format --quiet

notebooks: $(ALL)  ## write the notebooks from their sources
	.venv/bin/python -m tools.notebooks

sync: $(ALL)  ## bring notebooks edited in Jupyter back to their sources
	.venv/bin/python -m tools.notebooks --sync

book: $(ALL)  ## build the book in build/book; it needs no network to be read
	.venv/bin/python -m tools.book

release: .venv/installed-grading  ## build what students get: a tree and one zip, in build/
	.venv/bin/python -m tools.release --output build/release

lite: $(ALL)  ## build the browser edition in build/lite
	.venv/bin/python -m tools.lite

clean:  ## remove what was built; keeps the environment and grading/
	rm -rf build dist .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/installed-%: pyproject.toml
	@echo 'Installing programs into .venv, half a gigabyte: a minute or two, without a word ...'
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[$*]'
	touch '$@'

.venv/installed-peers: $(ALL)
	.venv/bin/python -m pip install --quiet --disable-pip-version-check '$(TORCH)'
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[peers]'
	touch '$@'

.PHONY: course test check peers bench format notebooks sync book release lite clean
