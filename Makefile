PYTHON ?= python3
CHECKED = src tests examples benchmarks tools

.PHONY: test lint demo bench docs screenshots

test: .venv/ready tests/interop/node_modules/ready
	.venv/bin/python -m pytest

lint: .venv/ready
	.venv/bin/ruff check $(CHECKED)
	.venv/bin/ruff format --check $(CHECKED)
	.venv/bin/mypy --strict src
	.venv/bin/lint-imports

demo: .venv/ready
	.venv/bin/python examples/clusters_and_smes.py demo

bench: .venv/ready
	.venv/bin/python benchmarks/run.py --write docs/reference/speed.md

docs: .venv/ready
	.venv/bin/python -m sphinx -W --keep-going docs build/docs

# Needs chromium and chromedriver.
screenshots: .venv/ready
	.venv/bin/python tools/screenshots.py docs/images

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --editable '.[dev]'
	touch $@

# Readers in JavaScript for tests/test_interop.py, which skips where there is no node.
tests/interop/node_modules/ready: tests/interop/package.json tests/interop/package-lock.json
	@if command -v npm >/dev/null; then \
	    echo npm ci --prefix tests/interop; \
	    npm ci --prefix tests/interop --no-audit --no-fund --loglevel=error; \
	    touch $@; \
	else \
	    echo "node is not installed: tests with readers in JavaScript are skipped"; \
	fi
