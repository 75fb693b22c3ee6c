#!/bin/sh
# Compiles the locks from requirements*.in: hashes on, no addresses in them.
set -eu

cd "$(dirname "$0")/.."
root=$(pwd)
cache=$root/.cache
log=$cache/setup.log

. setup/lib/say.sh
. setup/lib/uv.sh

mkdir -p "$cache"
uv=$(find_uv || get_uv .venv/bin/python) || stop "uv is missing and could not be fetched. Details: .cache/setup.log"

compile() {
    "$uv" pip compile --quiet --no-header --generate-hashes --no-emit-index-url --upgrade "$@"
}

compile --python .venv/bin/python --override requirements-overrides.txt requirements.in -o requirements.txt
compile --python .venv/bin/python --override requirements-overrides.txt requirements-dev.in -o requirements-dev.txt

newest=$(mktemp)
echo uv | compile --python-version 3.8 --no-annotate - -o "$newest"
{
    echo '# The installer itself, for machines that have no uv. Renewed by `make lock`.'
    cat "$newest"
} > setup/uv.txt
rm -f "$newest"
say "The locks are new. Run \"make test\" before you commit them."
