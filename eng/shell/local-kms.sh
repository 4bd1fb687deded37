# A local AWS KMS: samples/LocalKms in a process of its own, which writes down its calls when it is stopped.

kms_process=
kms_folder=
kms_endpoint=
kms_key=

# Sets kms_endpoint and kms_key.
start_kms() {
  local tenths
  note "Building the local AWS KMS"
  quietly dotnet build samples/LocalKms -c Release --nologo
  kms_folder=$(mktemp -d "${TMPDIR:-/tmp}/local-kms.XXXXXX")
  : >"$kms_folder/output"
  dotnet samples/LocalKms/bin/Release/net10.0/LocalKms.dll --log "$kms_folder/calls.json" >"$kms_folder/output" 2>"$kms_folder/errors" </dev/null &
  kms_process=$!
  for ((tenths = 0; tenths < 300; tenths++)); do
    if [[ $(wc -l <"$kms_folder/output") -ge 2 ]]; then
      { read -r kms_endpoint && read -r kms_key; } <"$kms_folder/output"
      note "Local AWS KMS: $kms_endpoint"
      return
    fi
    kill -0 "$kms_process" 2>/dev/null || break
    sleep 0.1
  done
  cat "$kms_folder/errors" >&2
  fail "the local AWS KMS did not start"
}

stop_kms() {
  if [[ -n $kms_process ]]; then
    kill "$kms_process" 2>/dev/null || true
    wait "$kms_process" 2>/dev/null || true
    kms_process=
  fi
}

# From the log, once the server is stopped.
show_kms_calls() {
  printf 'Calls to KMS for all of the above, by its own log:\n\n'
  sed -n 's/.*"eventName": "\([A-Za-z]*\)".*/\1/p' "$kms_folder/calls.json" | sort | uniq -c | awk '{ printf "  %-34s %d\n", $2, $1 }'
  printf '\nDecrypt is what the two programs asked that saved and loaded items. The rest made and rotated the branch key.\n\n'
  rm -rf "$kms_folder"
  kms_folder=
}
