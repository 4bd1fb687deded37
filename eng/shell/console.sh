# What the scripts say. Everything but results goes to standard error, so that a command's own output can be piped.

note() { printf '· %s\n' "$*" >&2; }

# quietly <command …>: shows what it wrote only if it fails.
quietly() {
  local output
  if ! output=$("$@" 2>&1); then
    printf '%s\n' "$output" >&2
    return 1
  fi
}

fail() {
  printf 'error: %s\n' "$1" >&2
  shift
  if [[ $# -gt 0 ]]; then printf '       %s\n' "$@" >&2; fi
  exit 1
}
