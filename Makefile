# Two commands do everything on a machine with Python 3.11 and make: `make course`, `make test`.
PYTHON ?= python3
OPEN ?= 1
# To compare with the PyTorch that you have: make peers TORCH='torch>=2.2'
TORCH ?= torch==2.13.0
export PATH := $(CURDIR)/.venv/bin:$(PATH)

course: .venv/installed-grading  ## set up, build the release, grade the sample class, open JupyterLab
	.venv/bin/python -m tools.course --open $(OPEN)

test: .venv/installed-grading,cluster,postgres,dev,book  ## everything that can be tested; says what could not be
	.venv/bin/python -m tools.gate test

check: .venv/installed-grading,cluster,postgres,dev  ## the quick gate: lint, types, layers, generated files, unit tests
	.venv/bin/python -m tools.gate check

peers: .venv/installed-peers  ## compare with PyTorch and JAX (installs both): values, then speed
	.venv/bin/python -m tools.gate peers

bench: .venv/installed-peers  ## how fast the numbers are beside PyTorch, JAX, scikit-learn, ConvNetJS
	.venv/bin/python -m benchmarks

format: .venv/installed-grading,cluster,postgres,dev  ## lay the code out, and mend what the linter can mend
	.venv/bin/ruff check --quiet --fix --exit-zero
	.venv/bin/ruff format --quiet

notebooks: .venv/installed-grading,cluster,postgres,dev  ## write the notebooks from their sources
	.venv/bin/python -m tools.notebooks

sync: .venv/installed-grading,cluster,postgres,dev  ## bring notebooks edited in Jupyter back to their sources
	.venv/bin/python -m tools.notebooks --sync

book: .venv/installed-grading,dev,book  ## build the book in build/book; it needs no network to be read
	.venv/bin/python -m tools.book

release: .venv/installed-grading  ## build the students' tree in build/release
	.venv/bin/python -m tools.release --output build/release

clean:  ## remove what was built; keeps the environment and grading/
	rm -rf build dist .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/installed-%: pyproject.toml
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[$*]'
	touch '$@'

.venv/installed-peers: .venv/installed-grading,cluster,postgres,dev
	.venv/bin/python -m pip install --quiet --disable-pip-version-check '$(TORCH)'
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[peers]'
	touch '$@'

.PHONY: course test check peers bench format notebooks sync book release clean
