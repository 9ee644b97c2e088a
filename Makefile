PYTHON ?= python3

.PHONY: demo test bench

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --editable '.[dev]'
	touch $@

demo: .venv/ready
	.venv/bin/python examples/clusters_and_smes.py demo

test: .venv/ready
	.venv/bin/python -m pytest

bench: .venv/ready
	.venv/bin/python benchmarks/writing.py
