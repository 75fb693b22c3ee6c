# Finds or obtains Python 3.10, the only one the locked Rasa runs on.

# True when the command $1 is a Python 3.10 that starts. A pyenv shim may exist and
# still refuse to start, so asking is the only test.
is_python310() {
    "$1" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 10))' >/dev/null 2>&1
}

# Prints the first Python 3.10 on this machine; fails when there is none.
find_python310() {
    for candidate in python3.10 python3 python "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.10*/bin/python3.10; do
        if is_python310 "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# Lets uv ($1) look in its own places, then download; pyenv, where it is there, builds
# one as the last resort. Prints the path; fails when no way worked.
obtain_python310() {
    "$1" python find --no-python-downloads 3.10 2>>"$log" && return
    say "Python 3.10 is not here. Downloading it with uv."
    if "$1" python install 3.10 >>"$log" 2>&1; then
        "$1" python find 3.10 2>>"$log" && return
    fi
    command -v pyenv >/dev/null 2>&1 || return 1
    say "The download failed. Building Python 3.10 with pyenv; this takes some minutes."
    pyenv install --skip-existing 3.10 >>"$log" 2>&1 && find_python310
}
