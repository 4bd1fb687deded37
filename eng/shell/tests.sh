# ./dev test: setup, restore, one build, then every test executable for every framework it targets. The counts are
# read from the result files that the runners write. A stage that breaks, and a project that leaves no results, each
# count as one failure, so that the closing line never looks better than the run was.

results=artifacts/test-results
project_limit=900

passed=0
failed=0
running_stage=
stage_start=0
stages=()
summaries=()

run_tests() {
  trap finish_tests EXIT
  rm -rf "$results"
  mkdir -p "$results"
  stage "setup" set_up
  stage "restore" dotnet restore Encrypted.sln
  stage "build" dotnet build Encrypted.sln -c Release --no-restore --nologo --verbosity minimal
  stage "test" run_test_projects
}

set_up() {
  require_dotnet
  require_c_compiler
  provide_dynamodb
  provide_interop
}

# stage <name> <command …>: runs it and keeps its time. A stage that fails ends the script.
stage() {
  running_stage=$1
  stage_start=$SECONDS
  shift
  note "$running_stage"
  "$@" </dev/null
  end_stage ""
}

end_stage() {
  stages+=("$(printf '%-52s %29d s%s' "$running_stage" $((SECONDS - stage_start)) "$1")")
  running_stage=
}

run_test_projects() {
  local project framework
  for project in tests/*.Tests/*.csproj; do
    for framework in $(frameworks_of "$project"); do
      run_test_project "$project" "$framework"
    done
  done
}

frameworks_of() {
  sed -n 's:.*<TargetFrameworks\{0,1\}>\(.*\)</TargetFrameworks\{0,1\}>.*:\1:p' "$1" | tr ';' ' '
}

run_test_project() {
  local project=$1 framework=$2 start=$SECONDS status=0 name folder file
  name=$(basename "$project" .csproj)
  folder=$(dirname "$project")/bin/Release/$framework
  file=$results/$name.$framework.xml
  if [[ $framework == net8.0 ]]; then
    # These tests bring .NET 8 itself, for one platform.
    if [[ $(uname -sm) != "Linux x86_64" ]]; then
      note "$name ($framework) left out: it runs on Linux x64 only"
      return
    fi
    folder=$folder/linux-x64
  fi
  note "$name ($framework)"
  limited "$folder/$name" -result-xml "$file" -noColor -noLogo -failSkips -reporter quiet >&2 || status=$?
  count_results "$name ($framework)" "$file" "$status" $((SECONDS - start))
}

limited() {
  if command -v timeout >/dev/null; then timeout "$project_limit" "$@"; else "$@"; fi
}

# count_results <label> <result file> <exit status> <seconds>
count_results() {
  local label=$1 file=$2 status=$3 seconds=$4 ok=0 bad=0
  if [[ -s $file ]]; then
    ok=$(sum_of passed "$file")
    bad=$(($(sum_of failed "$file") + $(sum_of errors "$file") + $(sum_of skipped "$file")))
  fi
  if [[ $bad -eq 0 && ($ok -eq 0 || $status -ne 0) ]]; then bad=1; fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  summaries+=("$(printf '%-52s %6d passed %6d failed %4d s' "$label" "$ok" "$bad" "$seconds")")
}

# Sums one attribute over the result file's <assembly> elements.
sum_of() {
  { grep -o '<assembly [^>]*>' "$2" || true; } | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}

# Runs when the script ends, however it ends, so that the counts are always its last line.
finish_tests() {
  stop_dynamodb
  if [[ -n $running_stage ]]; then
    failed=$((failed + 1))
    end_stage " (failed)"
  fi
  printf '\n'
  if [[ ${#summaries[@]} -gt 0 ]]; then printf '%s\n' "${summaries[@]}" ""; fi
  if [[ ${#stages[@]} -gt 0 ]]; then printf '%s\n' "${stages[@]}" ""; fi
  printf '%d passed, %d failed\n' "$passed" "$failed"
  if [[ $failed -gt 0 || $passed -eq 0 ]]; then exit 1; fi
}
