# The only entrance. `make help` tells what there is.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
export UV_NO_PROGRESS := 1
export UV_LINK_MODE := copy

UV := $(shell command -v uv 2>/dev/null || echo .tools/uv/bin/uv)
BIN := .venv/bin
STAMPS := .tools/stamps
VENDOR := src/torvet/shared/ui/static/vendor
MESSAGES := $(shell find src -name '*.po' 2>/dev/null)
STATIC := $(shell find src -path '*/static/*' -type f -not -path '*/vendor/*' 2>/dev/null)
MIGRATIONS := $(shell find src -path '*/migrations/*.py' 2>/dev/null)

.PHONY: help
help: ## What there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

.PHONY: run
run: export TORVET_DEMO := yes
run: setup ## Set up, build the demo municipality once, serve it on http://127.0.0.1:8000
	@$(BIN)/torvet demo
	@tools/greeting.sh
	@exec $(BIN)/torvet serve

.PHONY: setup
setup: $(STAMPS)/site ## Everything a start needs; does only what is missing

.PHONY: test
test: $(STAMPS)/dev ## The quick tests (under two minutes)
	@$(BIN)/pytest -n 2 -m "not slow and not browser"

.PHONY: test-full
test-full: $(STAMPS)/dev ## All tests, the slow and the browser ones too
	@$(BIN)/pytest -n 2

.PHONY: journeys
journeys: $(STAMPS)/dev $(STAMPS)/site ## Browser stories with axe on every page (needs Chromium)
	@$(BIN)/pytest -m browser

.PHONY: check
check: $(STAMPS)/dev ## Format, lint, types, import law, messages, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files '*.html')
	$(BIN)/lint-imports
	$(BIN)/mypy src tests tools conftest.py
	$(BIN)/python tools/messages.py check
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python tools/write_docs.py --check

.PHONY: fix
fix: $(STAMPS)/dev ## Format what can be formatted
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade --target-version 5.2 $$(git ls-files '*.html')

.PHONY: messages
messages: $(STAMPS)/dev ## Gather texts for translation
	$(BIN)/python tools/messages.py update

.PHONY: fuzz
fuzz: $(STAMPS)/dev ## A minute of broken input for each parser (x86_64 only); keeps what was new
	$(BIN)/python -m tests.fuzz.run --seconds 60 --keep

.PHONY: bench
bench: $(STAMPS)/dev $(STAMPS)/site ## Measure beside peers; results in benchmarks/*/results
	$(BIN)/python benchmarks/run.py

.PHONY: lock
lock: $(UV) ## Choose library versions anew, within what pyproject.toml allows
	$(UV) pip compile -q --upgrade pyproject.toml --extra postgres --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements.txt
	$(UV) pip compile -q --upgrade pyproject.toml --extra postgres --extra dev --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements-dev.txt

.PHONY: clean
clean: ## Forget the demo, the database and everything installed here
	rm -rf var .venv .tools node_modules $(VENDOR)

.tools/uv/bin/uv:
	@mkdir -p .tools
	@python3 -m pip --version >/dev/null 2>&1 || { echo "Install pip first: apt-get install python3-pip"; exit 1; }
	@python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target .tools/uv uv

$(STAMPS)/venv: requirements.txt pyproject.toml | $(UV)
	@mkdir -p $(STAMPS)
	@test -x $(BIN)/python || $(UV) venv --quiet --python 3.11 .venv
	@test -f $(STAMPS)/dev || $(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.txt
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@

$(STAMPS)/dev: requirements-dev.txt $(STAMPS)/venv $(STAMPS)/npm $(STAMPS)/messages | $(UV)
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.txt
	@touch $@

$(STAMPS)/npm: package-lock.json tools/vendor.py $(STAMPS)/venv
	@if npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && $(BIN)/python tools/vendor.py; then :; \
	else echo "npm did not work: the system's typeface, words instead of signs, word stems only. Install Node 20 and npm."; fi
	@touch $@

$(STAMPS)/messages: $(MESSAGES) tools/messages.py $(STAMPS)/venv
	@$(BIN)/python tools/messages.py compile
	@touch $@

$(STAMPS)/site: $(STAMPS)/venv $(STAMPS)/npm $(STAMPS)/messages $(STATIC) $(MIGRATIONS)
	@$(BIN)/torvet setup
	@tools/detect.sh
	@touch $@
