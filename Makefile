# The door. Every target prepares the machine by itself; a second run costs nothing.
# PORTAL_DATA=DIR, PORTAL_TODAY=YYYY-MM-DD and SITE_DIR=DIR are honoured everywhere.

SHELL := /bin/bash
PYTHON := .venv/bin/python
ADDRESS ?= 127.0.0.1:8000
PRINT_DIR ?= build
BENCH ?=
PYTEST ?=
# MkDocs Material prints a notice about MkDocs 2 on every run; the pins in uv.lock answer it.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve site print check language test bench audit clean lock lint format setup setup-test

help: ## tampilkan daftar perintah ini
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: setup ## buka situs di 127.0.0.1:8000; setiap perubahan langsung terlihat
	@$(PYTHON) -m mkdocs serve --dev-addr $(ADDRESS)

site: setup ## buat situs lengkap dengan buku saku di site/
	@$(PYTHON) scripts/build.py

print: setup ## buat buku saku, poster, brosur, dan ringkasan desa di build/unduh/
	@$(PYTHON) scripts/print_all.py $(PRINT_DIR)

check: setup ## periksa data/
	@$(PYTHON) -m portal check

language: site ## ukur bahasa setiap halaman: kalimat, kata kantor, singkatan
	@$(PYTHON) scripts/language.py

test: setup-test lint ## jalankan semua pemeriksaan, termasuk di peramban
	@$(PYTHON) -m pytest $(PYTEST)

lint: setup ## periksa gaya dan tipe kode
	@$(PYTHON) -m ruff check --quiet
	@$(PYTHON) -m ruff format --check --quiet || { echo "Run: make format" >&2; exit 1; }
	@$(PYTHON) -m mypy --no-error-summary

format: setup ## rapikan bentuk kode
	@$(PYTHON) -m ruff check --quiet --fix
	@$(PYTHON) -m ruff format --quiet

bench: setup-test ## ukur waktu, memori, byte, dan mutu pencarian (BENCH=--quick: singkat)
	@$(PYTHON) scripts/bench.py $(BENCH)
	@$(PYTHON) scripts/bench_search.py $(BENCH)

audit: site setup-test ## nilai setiap jenis halaman dengan Lighthouse dan vnu (perlu Node dan Java)
	@$(PYTHON) scripts/audit.py

lock: ## kunci ulang versi pustaka setelah pyproject.toml berubah (perlu uv)
	@uv lock --default-index https://pypi.org/simple
	@uv export --locked --quiet --no-emit-project --default-index https://pypi.org/simple \
	  --output-file requirements.lock >/dev/null

clean: ## hapus semua hasil buatan; data dan .venv tetap
	@rm -rf site site.new site.old build .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

setup:
	@scripts/setup

setup-test:
	@scripts/setup --test
