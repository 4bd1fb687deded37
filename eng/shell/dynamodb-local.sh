# DynamoDB Local: the one that DYNAMODB_ENDPOINT names; else a container, where a Docker engine answers; else the copy
# that the npm package amplify-dynamodb-simulator brings. What is started here keeps its tables in memory and is
# stopped when the script ends.

simulator_version=2.9.30
simulator_sha256=3503ffac19f183407909fecdacf4db51ab1fdad1da7b2f177016670b2d80e4b9
container_image=amazon/dynamodb-local:2.5.2
cache_root=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/encrypted-mapper

dynamodb_process=
dynamodb_container=
simulator_home=$cache_root/dynamodb-local-$simulator_version
dynamodb_folder=

# Sets and exports DYNAMODB_ENDPOINT.
provide_dynamodb() {
  if [[ -n ${DYNAMODB_ENDPOINT:-} ]]; then
    note "DynamoDB: $DYNAMODB_ENDPOINT"
    return
  fi
  if ! { docker_answers && start_container; }; then
    require_java
    fetch_simulator
    start_simulator
  fi
  export DYNAMODB_ENDPOINT
  note "DynamoDB Local: $DYNAMODB_ENDPOINT"
}

# A Docker client without an engine can hang for long: it gets three seconds.
docker_answers() {
  command -v docker >/dev/null || return 1
  docker info >/dev/null 2>&1 &
  local client=$! tenths
  for ((tenths = 0; tenths < 30; tenths++)); do
    if ! kill -0 "$client" 2>/dev/null; then
      wait "$client" && return
      return 1
    fi
    sleep 0.1
  done
  kill "$client" 2>/dev/null || true
  return 1
}

start_container() {
  local address
  note "Starting DynamoDB Local ($container_image)"
  dynamodb_container=$(docker run --detach --rm --publish 127.0.0.1::8000 "$container_image" -jar DynamoDBLocal.jar -inMemory) || return 1
  address=$(docker port "$dynamodb_container" 8000/tcp | head -n 1) || return 1
  DYNAMODB_ENDPOINT=http://$address
  wait_until_it_answers "${address##*:}" "docker inspect $dynamodb_container" || return 1
}

fetch_simulator() {
  local work
  if [[ -f $simulator_home/DynamoDBLocal.jar ]]; then return; fi
  require_npm
  note "Bringing DynamoDB Local (npm package amplify-dynamodb-simulator $simulator_version) into $simulator_home"
  mkdir -p "$cache_root"
  work=$(mktemp -d "$cache_root/unpack.XXXXXX")
  if ! (cd "$work" && npm pack --silent "amplify-dynamodb-simulator@$simulator_version" >/dev/null); then
    rm -rf "$work"
    fail "DynamoDB Local could not be brought from the npm registry" \
      "Give the address of one that runs: DYNAMODB_ENDPOINT=http://127.0.0.1:8000 ./dev …"
  fi
  if [[ $(sha256_of "$work"/*.tgz) != "$simulator_sha256" ]]; then
    rm -rf "$work"
    fail "amplify-dynamodb-simulator $simulator_version is not the archive that this script knows: its SHA-256 differs"
  fi
  tar -xzf "$work"/*.tgz -C "$work"
  # Another script may have done the same meanwhile: its files are these.
  if [[ ! -e $simulator_home ]]; then mv "$work/package/emulator" "$simulator_home"; fi
  rm -rf "$work"
}

sha256_of() {
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

start_simulator() {
  local attempt port
  dynamodb_folder=$(mktemp -d "${TMPDIR:-/tmp}/dynamodb-local.XXXXXX")
  for attempt in 1 2 3; do
    port=$(free_port)
    run_simulator "$port" >"$dynamodb_folder/log" 2>&1 </dev/null &
    dynamodb_process=$!
    if wait_until_it_answers "$port" "kill -0 $dynamodb_process"; then
      DYNAMODB_ENDPOINT=http://127.0.0.1:$port
      return
    fi
    kill "$dynamodb_process" 2>/dev/null || true
  done
  cat "$dynamodb_folder/log" >&2
  fail "DynamoDB Local did not start"
}

# It writes a file where it stands, so it stands in a folder of its own.
run_simulator() {
  cd "$dynamodb_folder"
  exec java -Djava.library.path="$simulator_home/DynamoDBLocal_lib" -jar "$simulator_home/DynamoDBLocal.jar" \
    -inMemory -disableTelemetry -port "$1"
}

free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 12000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
}

# wait_until_it_answers <port> <command that succeeds while the server lives>
wait_until_it_answers() {
  local port=$1 alive=$2 tenths
  for ((tenths = 0; tenths < 600; tenths++)); do
    if speaks_http "$port"; then return; fi
    if ! $alive >/dev/null 2>&1; then return 1; fi
    sleep 0.1
  done
  return 1
}

speaks_http() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$1"
    printf 'GET / HTTP/1.0\r\n\r\n' >&3
    read -r -t 5 line <&3
    [[ $line == HTTP/* ]]
  ) 2>/dev/null
}

stop_dynamodb() {
  if [[ -n $dynamodb_process ]]; then
    kill "$dynamodb_process" 2>/dev/null || true
    wait "$dynamodb_process" 2>/dev/null || true
  fi
  if [[ -n $dynamodb_container ]]; then docker rm --force "$dynamodb_container" >/dev/null 2>&1 || true; fi
  if [[ -n $dynamodb_folder ]]; then rm -rf "$dynamodb_folder"; fi
}
