# The same commands here and in CI. `make help` lists them.
.DEFAULT_GOAL := help
PORT ?= 5005
ARGS ?=
PYTHON := .venv/bin/python

.PHONY: help install run shell train test check bench mutants tables lock clean

help: ## list these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

install: ## build .venv from the locks, if they changed
	@sh setup/install.sh

run: install ## start the bot; PORT=5099 takes another port
	@$(PYTHON) -m rasa_bridge run --port $(PORT)

shell: install ## talk to the bot here in the terminal
	@$(PYTHON) -m rasa_bridge shell

train: install ## train the model, if its sources changed
	@$(PYTHON) -m rasa_bridge train

check: install ## lint, types, and the clinical and training tables
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@$(PYTHON) -m triage check
	@$(PYTHON) -m rasa_bridge check

test: check train ## every check and every test; ARGS="-k word" picks some
	@$(PYTHON) -m pytest $(ARGS)

bench: train ## measure the speed of the engine and of the whole bot
	@$(PYTHON) -m evaluation bench $(ARGS)

mutants: install ## break each rule of the tables in turn; the tests must notice
	@$(PYTHON) -m evaluation mutants $(ARGS)

tables: install ## write the rule tables for review
	@$(PYTHON) -m triage tables

lock: install ## choose versions anew from requirements*.in and setup/uv.txt
	@sh setup/lock.sh

clean: ## remove the environment, models, results and caches; conversations in var/ stay
	@rm -rf .venv .cache .rasa models results build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
