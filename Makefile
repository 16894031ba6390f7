# The commands of the project. CI runs the same ones.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

export NO_MKDOCS_2_WARNING = 1

.PHONY: site test check serve bench mutations clean with-pdf screenshot

site: $(VENV)/.site  ## install what is needed, build website and handbooks into site/
	$(BIN)/python -m sotay site

check: $(VENV)/.site  ## tell every mistake in the content
	$(BIN)/python -m sotay check

serve: $(VENV)/.site  ## live preview at http://127.0.0.1:8000
	$(BIN)/python -m mkdocs serve --dev-addr 127.0.0.1:8000

test: $(VENV)/.test  ## everything that is proved
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadgroup

bench: $(VENV)/.test  ## measure against the stock stack, write bench/results.md
	$(BIN)/python bench/run.py

mutations: $(VENV)/.test  ## make random mistakes in the modules: is each one told?
	$(BIN)/python bench/mutations.py

with-pdf: $(VENV)/.test  ## the whole site as one PDF per language, by mkdocs-with-pdf
	$(BIN)/python -m mkdocs build -f mkdocs.with-pdf.yml

screenshot: $(VENV)/.test  ## the pictures in README and CONTRIBUTING, from the built site
	$(BIN)/python scripts/screenshot.py

clean:  ## remove everything that was built
	rm -rf site .site.new .site.old build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Đang cài thư viện, khoảng một phút / installing libraries, about a minute"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.test: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Đang cài thư viện, khoảng một phút / installing libraries, about a minute"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,with-pdf]'
	touch $@ $(VENV)/.site
