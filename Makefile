# The front door. Everything sets itself up: what is missing is installed, a second run is quick.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: serve inspect test test-hosts dist bench mutants format lint clean help

serve: ## build the web module and serve the atlas (PORT=8080 HOST=127.0.0.1); YES=1: no question
	@tools/serve

inspect: ## serve the web-debug build, with the inspector in ImGui windows over the atlas (PORT, HOST as for serve)
	@tools/serve inspect

test: ## everything that is checked: format, rules, lint, native, wasm and browser tests
	@tools/test

test-hosts: ## the package in Vite, React, Vue, SvelteKit and webpack, each installed and built for real
	@tools/setup test
	@[ -e dist/package.json ] || tools/build_web
	@node --test --test-reporter=spec tests/hosts/matrix_test.mjs

dist: ## assemble dist/: module, wasm, pages, the single offline file, licences, sizes
	@tools/setup serve
	@tools/build_web

bench: ## measure natively, in wasm and in a browser; filtering beside crossfilter2, frames beside four map libraries
	@tools/bench

mutants: ## change the core in small ways and see which changes no test notices (ten minutes; WORDS=search: only some)
	@tools/setup test
	@node tools/mutants.mjs $(WORDS)

format: ## format the C++ sources
	@tools/setup test
	@tools/format

lint: ## format check, clang-tidy, tsc, eslint, house rules
	@tools/test format tidy scripts rules

clean: ## remove what was built; .cache and node_modules stay
	rm -rf build dist

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
