# make run: the app with the example project on http://localhost:8501. make test: all tests, Chromium included.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint pictures sample-data clean

run: .venv/run-installed
	$(BIN)/streamlit run app.py

test: .venv/test-installed
	sh tests/provide_chromium.sh
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: .venv/test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

pictures: .venv/test-installed
	sh tests/provide_chromium.sh
	$(BIN)/python docs/make_pictures.py

sample-data: .venv/test-installed
	$(BIN)/python sample_data/make.py

.venv/run-installed: requirements.txt
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Gevinst needs Python 3.11 or later')"
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/test-installed: .venv/run-installed tests/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	touch $@

clean:
	rm -rf .venv
