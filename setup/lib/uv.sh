# Finds uv, or fetches it with pip into an environment of its own under .cache.
# pip alone will not do: it refuses a hashed lock that leaves out Rasa's own tensorflow.

find_uv() {
    for candidate in uv "$cache/uv/bin/uv"; do
        if "$candidate" --version >/dev/null 2>&1; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# $1: a Python to prefer, may be empty. Any other will do, as it only runs pip.
# PYENV_VERSION: the folder's .python-version would stop pyenv's python3 where pyenv
# has no 3.10.
get_uv() {
    say "uv is not here. Fetching it into .cache."
    for python_with_pip in "$1" python3 python; do
        [ -n "$python_with_pip" ] || continue
        if PYENV_VERSION=system "$python_with_pip" -m venv --clear "$cache/uv" >>"$log" 2>&1 \
            && "$cache/uv/bin/python" -m pip install --quiet --disable-pip-version-check \
                --require-hashes -r setup/uv.txt >>"$log" 2>&1; then
            printf '%s\n' "$cache/uv/bin/uv"
            return
        fi
    done
    return 1
}
