# What the scripts say. Everything but results goes to standard error, so that a command's own output can be piped.

note() { printf '· %s\n' "$*" >&2; }

fail() {
  printf 'error: %s\n' "$1" >&2
  shift
  if [[ $# -gt 0 ]]; then printf '       %s\n' "$@" >&2; fi
  exit 1
}
