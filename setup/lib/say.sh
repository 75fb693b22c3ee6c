# How the installer talks: short lines on the error stream, so that output stays clean.

say() {
    printf '%s\n' "setup: $*" >&2
}

stop() {
    say "$*"
    exit 1
}

platform() {
    uname -sm
}
