# `make` lists what there is to do. PYTHON=python3.13 chooses the interpreter that .venv is made with.
PYTHON ?=
export PYTHON
BIN := .venv/bin
MANUAL := data/share/man/man1/quotes.1
SETUP := pyproject.toml setup.py $(wildcard quotecli/compare/*.c quotecli/compare/*/*.c) tools/setup.sh tools/requirements.py
ARGS ?=
CORPUS ?=

.DEFAULT_GOAL := help
.PHONY: help setup demo test check readme docs accuracy conformance fit fuzz smoke compiled benchmark clean clean-all

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

# Two stamps: to try the command takes seconds, to work on it a little longer.
.venv/core.stamp: $(SETUP)
	@tools/setup.sh core
	@touch $@

.venv/dev.stamp: $(SETUP)
	@tools/setup.sh dev
	@touch .venv/core.stamp $@

setup: .venv/dev.stamp ## make .venv with the command and the tools of development

demo: .venv/core.stamp ## run the command on the articles in seeds/
	@$(BIN)/quotes extract seeds/

test: .venv/dev.stamp ## run the tests (ARGS="-k name" for some)
	@tools/need.sh jq
	@command -v google-chrome >/dev/null || tools/need.sh chromium
	@$(BIN)/python -m pytest $(ARGS)

check: .venv/dev.stamp ## format, lint, types, layers, and the documentation against the program
	@tools/need.sh jq
	@failed=; \
	run() { "$$@" || failed="$$failed $${1##*/}"; }; \
	readme_is_current() { $(BIN)/python tools/readme.py --check; }; \
	pictures_are_current() { $(BIN)/python tools/pictures.py --check; }; \
	manual_is_current() { $(BIN)/quotes man | diff $(MANUAL) - >/dev/null || { echo "$(MANUAL) is not what the help says; run make readme"; false; }; }; \
	run $(BIN)/ruff format --check .; \
	run $(BIN)/ruff check .; \
	run $(BIN)/mypy; \
	run $(BIN)/lint-imports; \
	run readme_is_current; \
	run pictures_are_current; \
	run manual_is_current; \
	test -z "$$failed" || { echo "check: failed:$$failed" >&2; exit 1; }

readme: .venv/dev.stamp ## write the examples and pictures of the documentation and the manual page again, from what the program prints
	@tools/need.sh jq
	@tools/need.sh chromium
	@$(BIN)/python tools/readme.py
	@$(BIN)/python tools/pictures.py
	@$(BIN)/quotes man >$(MANUAL)

# In an environment of its own: few who change the program build the site.
.venv-docs/stamp: pyproject.toml tools/setup.sh tools/requirements.py
	@VENV=.venv-docs tools/setup.sh docs
	@touch $@

docs: .venv-docs/stamp ## build the documentation into site/, every link tried
	@NO_MKDOCS_2_WARNING=1 .venv-docs/bin/mkdocs build --quiet --strict --config-file docs/mkdocs.yml
	@echo "docs: site/index.html"

accuracy: .venv/dev.stamp ## score the seeds, and annotated news where CORPORA= names it, against tools/floors.toml
	@$(BIN)/python tools/accuracy.py $(CORPORA)

# Kinds after weights: who is named tells of the kind, not the other way round.
NEWS = $(CORPORA)/polnear-train.jsonl
EVENTS = $(CORPORA)/events-dev.jsonl
CASES := $(sort $(wildcard tests/cases/*.jsonl))
fit: .venv/dev.stamp ## make the tables of weights again, from annotated news where CORPORA= names it, and our cases
	@test -f $(NEWS) || { echo "fit: CORPORA=folder must name the folder with polnear-train.jsonl and events-dev.jsonl" >&2; exit 2; }
	@$(BIN)/python tools/fit.py $(NEWS) --half A --events $(EVENTS) --cases $(CASES)
	@$(BIN)/python tools/fit_kinds.py $(NEWS) $(EVENTS) $(CASES) --half A

# FUZZ counts inputs; without it a minute is spent. What breaks a promise lands in build/fuzz/.
FUZZ ?=
fuzz: .venv/dev.stamp ## put inputs made by chance into the program (FUZZ=1000000 counts them, else a minute; ARGS="--only read --seed 7")
	@$(BIN)/python -m tests.fuzz.campaign $(if $(FUZZ),--count $(FUZZ)) $(ARGS)

smoke: .venv/dev.stamp ## build a wheel, install it into an empty environment, run the main job there
	@tools/smoke.sh

compiled: .venv/dev.stamp ## build the wheel with its compiled parts, and hold it to the tests that state answers
	@tools/compiled.sh

# textacy is a yardstick of the benchmark, too.
conformance: .venv/dev.stamp build/benchmark/setup.stamp ## hold quotes and others to our cases, against tools/floors.toml (ARGS=--readme writes the table)
	@python=build/benchmark/bin/python; test -e build/benchmark/setup.stamp || python=$(BIN)/python; \
	$$python -m conformance --floors tools/floors.toml $(ARGS)

# The yardsticks of other projects are large, so they live apart from .venv, beside what a user installs: the compiled wheel.
build/benchmark/setup.stamp: $(SETUP)
	@VENV=build/benchmark tools/setup.sh benchmark && touch $@ || echo "benchmark: the yardsticks could not be installed; going on without" >&2

build/benchmark/wheel.stamp: build/benchmark/setup.stamp setup.py $(shell find quotecli -type f -not -name '*.pyc')
	@tools/benchmark.sh wheel && touch $@

benchmark: .venv/dev.stamp build/benchmark/wheel.stamp ## measure start-up, speed and memory beside yardsticks (CORPUS=folder or .jsonl)
	@tools/benchmark.sh run $(CORPUS)

clean: ## remove what was built, and caches
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	@find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +

clean-all: clean ## remove the environment too
	@rm -rf .venv .venv-docs
