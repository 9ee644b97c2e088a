.PHONY: test
.venv/ready: pyproject.toml
	python3 -m venv .venv
	.venv/bin/python -m pip install --quiet --editable '.[dev]'
	touch $@

test: .venv/ready
	.venv/bin/python -m pytest
