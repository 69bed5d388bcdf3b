# Part of tools/test: steps with times and a count of what passed. Sourced, never run.

passed=0 failed=0
readonly LOGS=build/logs
mkdir -p "$LOGS"

seconds() { date +%s.%N; }
took() { awk -v a="$1" -v b="$(seconds)" 'BEGIN { printf "%.1f s", b - a }'; }

# step TITLE COMMAND…: counts as one. A step that passes shows its last lines, a failing one all.
step() {
  if run_step "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    return 1
  fi
}

# step_shown TITLE COMMAND…: like step, with the command's output as it comes.
step_shown() {
  local title=$1 start
  shift
  start=$(seconds)
  printf '\n== %s\n' "$title"
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    printf '   FAILED, %s\n' "$(took "$start")"
    return 1
  fi
  printf '   ok, %s\n' "$(took "$start")"
}

# step_counted TITLE COMMAND…: the command's own "N passed, N failed" is what counts.
step_counted() {
  local status=0 line
  run_step "$@" || status=1
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$step_log" | tail -n 1)
  count "${line:-0 passed, 1 failed}" "$status"
}

# step_ctest TITLE PRESET: runs ctest and counts the test cases that doctest counted.
step_ctest() {
  local status=0 line
  run_step "$1" ctest --test-dir "build/$2" --output-on-failure --no-tests=error -j "$(jobs_count)" || status=1
  line=$(sed -nE 's/.*test cases: +[0-9]+ \| +([0-9]+) passed \| +([0-9]+) failed.*/\1 \2/p' \
    "build/$2/Testing/Temporary/LastTest.log" | awk '{ p += $1; f += $2 } END { printf "%d passed, %d failed", p, f }')
  note "$line"
  count "$line" "$status"
}

# Adds a "N passed, N failed" line; a command that failed without counting a failure counts as one.
count() {
  local p f
  read -r p _ f _ <<<"${1//,/ }"
  [ "$2" = 0 ] || [ "$f" -gt 0 ] || f=1
  passed=$((passed + p)) failed=$((failed + f))
  [ "$f" = 0 ]
}

run_step() {
  local title=$1 start status=0
  shift
  start=$(seconds)
  step_log="$LOGS/$(printf '%s' "$title" | tr -c 'A-Za-z0-9' '-').log"
  printf '\n== %s\n' "$title"
  "$@" >"$step_log" 2>&1 || status=$?
  if [ "$status" = 0 ]; then
    grep -E '^   |^[0-9]+ passed|tests passed|warning:' "$step_log" | tail -n 12 || true
    printf '   ok, %s\n' "$(took "$start")"
  else
    tail -n 400 "$step_log"
    printf '   FAILED (status %s), %s; all of it is in %s\n' "$status" "$(took "$start")" "$step_log"
  fi
  return "$status"
}

finish() {
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" = 0 ] || exit 1
  exit 0
}
