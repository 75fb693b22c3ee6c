#!/bin/sh
# Builds .venv from the locks. Says nothing and does nothing when it is up to date.
#
# Needs only a POSIX shell, and either uv or any Python with pip to get uv with.
# Exit code: 0 when .venv is ready, 1 after one sentence that says what to do.
set -eu

cd "$(dirname "$0")/.."
root=$(pwd)
cache=$root/.cache
log=$cache/setup.log
stamp=$root/.venv/.installed

. setup/lib/say.sh
. setup/lib/stamp.sh
. setup/lib/python.sh
. setup/lib/uv.sh

wanted=$(wanted_stamp)
if [ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null || true)" = "$wanted" ]; then
    exit 0
fi

if [ "$(platform)" != "Linux x86_64" ]; then
    stop "The locked packages are for Linux on x86-64, and this is $(platform). Please use such a machine or container."
fi

mkdir -p "$cache"
: > "$log"

python=$(find_python310 || true)
uv=$(find_uv || get_uv "$python" || true)
if [ -z "$uv" ]; then
    stop "uv, which installs the packages, is missing and could not be fetched with any Python here. Please install uv (or Python 3.10 with pip and venv) and run the same command again. Details: .cache/setup.log"
fi
if [ -z "$python" ]; then
    python=$(obtain_python310 "$uv" || true)
fi
if [ -z "$python" ]; then
    stop "Python 3.10 is needed, and it could be neither found nor downloaded here. Please install it (with \"uv python install 3.10\" or \"pyenv install 3.10\") and run the same command again. Details: .cache/setup.log"
fi

rm -f "$stamp"
if ! is_python310 .venv/bin/python; then
    say "Making .venv with $("$python" --version 2>&1)."
    "$uv" venv --quiet --clear --python "$python" .venv \
        || stop "The folder .venv could not be made. Please check the disk and the rights on it."
fi

say "Installing $(count_packages) packages into .venv. The first time this takes a minute or two."
rm -f "$cache/failed"
# Compiled once here: Rasa's thousands of modules would be compiled at every start where Python
# may not write them down. The list of every package is left out, the downloads stay in sight.
{
    "$uv" pip sync --compile-bytecode --require-hashes --python .venv/bin/python requirements.txt requirements-dev.txt 2>&1 \
        || : > "$cache/failed"
} | grep -v '^ [-+~] ' >&2 || true
if [ -e "$cache/failed" ]; then
    stop "The packages could not be installed. Please check the internet connection and the disk, and run the same command again."
fi
"$uv" pip install --quiet --no-deps --no-build-isolation --offline --python .venv/bin/python --editable . \
    || stop "The project itself could not be installed. Please look at pyproject.toml."

printf '%s\n' "$wanted" > "$stamp"
say "The environment is ready."
