# One line that changes when an installation would come out differently.

sha256() {
    if command -v sha256sum >/dev/null 2>&1; then
        sha256sum
    else
        shasum -a 256
    fi
}

# The folder is part of it: an environment that was moved with its project points
# at the old place.
wanted_stamp() {
    {
        printf '%s\n' "$root"
        cat .python-version pyproject.toml requirements.txt requirements-dev.txt
    } | sha256 | cut -d ' ' -f 1
}

count_packages() {
    grep -h -o -E '^[A-Za-z0-9._-]+==' requirements.txt requirements-dev.txt | sort -u | grep -c .
}
