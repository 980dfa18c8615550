#!/bin/bash
# Runs every test of the solution. Installs what the tests need and the machine lacks (PostgreSQL, Chromium) first.
# Works as root and as a user with sudo, on Debian and Ubuntu. Needs the .NET 10 SDK and Node 20.
# Ends with the line "N passed, N failed, N skipped"; the exit code is 0 only if something ran and nothing failed.
#
#   ./test.sh              everything
#   ./test.sh Domain Api   only the test projects whose names contain one of the words
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
results=$PWD/TestResults

say() { printf '%s\n' "$*"; }
stop() { say "$1" >&2; say "0 passed, 0 failed, 0 skipped"; exit 1; }

# --- what must be there -------------------------------------------------------------------------------------------

check_tools() {
  command -v dotnet >/dev/null && dotnet --list-sdks | grep -q '^10\.' ||
    stop "The .NET 10 SDK is missing: install it and put 'dotnet' on the PATH."
  command -v node >/dev/null && command -v npm >/dev/null && [[ $(node -p 'process.versions.node.split(".")[0]') -ge 20 ]] ||
    stop "Node 20 or later (with npm) is missing: install it and put 'node' on the PATH."
}

# --- what can be installed ----------------------------------------------------------------------------------------

as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"
  elif [[ -t 0 ]]; then sudo "$@"
  else sudo -n "$@"
  fi
}

install() { # what it is for, then packages
  local what=$1; shift
  command -v apt-get >/dev/null || stop "$what is missing, and this machine has no apt-get: install it by hand and start again."
  [[ $(id -u) == 0 ]] || command -v sudo >/dev/null || stop "$what is missing: install it (apt-get install $*), or start again as root or as a user with sudo."
  say "installing $what: $*"
  mkdir -p "$results"
  { as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@"; } >"$results/install.log" 2>&1 ||
    stop "$what could not be installed: $(grep -E '^E:|^sudo:' "$results/install.log" | tail -1) (all of it in TestResults/install.log)"
}

newest_postgres() { find /usr/lib/postgresql -mindepth 3 -maxdepth 3 -name postgres -path '*/bin/*' 2>/dev/null | sed -E 's|.*/postgresql/([0-9]+)/.*|\1|' | sort -n | tail -1; }

need_postgres() {
  [[ $(newest_postgres) -ge 15 ]] && return
  # The tests start servers of their own: no need for the one that the package would start.
  install "PostgreSQL" postgresql-common
  as_root sed -i -E "s/^#? *create_main_cluster *=.*/create_main_cluster = false/" /etc/postgresql-common/createcluster.conf
  install "PostgreSQL" postgresql
  [[ $(newest_postgres) -ge 15 ]] || stop "The tests need PostgreSQL 15 or later, this distribution brings $(newest_postgres): install a later one and start again."
}

chromium() {
  local found
  # A file, not this function of the same name.
  for found in chromium google-chrome google-chrome-stable; do type -P "$found" && return; done
  # Playwright's own build, where the distribution has none.
  found=$(find "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}" -path '*/chromium-*/chrome-linux*/chrome' 2>/dev/null | sort -V | tail -1)
  [[ -n $found ]] && say "$found"
}

need_chromium() {
  chromium >/dev/null && return
  # Ubuntu's package is a snap, which runs neither in containers nor on temporary folders.
  if grep -q '^ID=ubuntu' /etc/os-release; then
    say "installing Chromium: by Playwright"
    npx --yes playwright@1 install --with-deps chromium >"$results/install.log" 2>&1 || stop "Chromium could not be installed: see TestResults/install.log"
  else
    install "Chromium" chromium
  fi
  chromium >/dev/null || stop "Chromium was installed but is not on the PATH."
}

# --- build and run ------------------------------------------------------------------------------------------------

test_projects() { # every project of the solution that is a test project, as paths
  local project word
  dotnet sln Tracking.sln list | grep '\.csproj$' | tr '\\' / | sort | while read -r project; do
    grep -q '"Microsoft.NET.Test.Sdk"' "$project" || continue
    [[ $# -gt 0 ]] || say "$project"
    for word in "$@"; do [[ $(basename "$project") != *"$word"* ]] || { say "$project"; break; }; done
  done
}

run_project() { # one test project; writes its results and says how it went
  local name began=$SECONDS assembly code=0
  name=$(basename "$1" .csproj)
  assembly=$(dirname "$1")/bin/Release/net10.0/Tracking.$name.dll
  say "  $name …"
  timeout -k 10 900 dotnet test "$assembly" --logger "trx;LogFileName=$name.trx" --results-directory "$results" \
    --blame-hang-timeout 5m --blame-hang-dump-type none >"$results/$name.log" 2>&1 || code=$?
  say "$code" >"$results/$name.exit"
  node .ci/results.mjs line "$results" "$name" $((SECONDS - began))
}

main() {
  check_tools
  rm -rf "$results"; mkdir -p "$results"
  need_postgres
  need_chromium
  TRACKING_CHROMIUM=$(chromium); export TRACKING_CHROMIUM

  say "building …"
  dotnet build -c Release -v q Tracking.sln >"$results/build.log" 2>&1 || { grep -E 'error|ERR!' "$results/build.log" | sort -u | head -20; stop "The build failed: no test ran (all of it in TestResults/build.log)."; }

  local projects together=() alone=() project running=0
  mapfile -t projects < <(test_projects "$@")
  # A project says <RunAlone>true</RunAlone> when it measures time, drives a browser or kills processes.
  for project in "${projects[@]}"; do
    if grep -q '<RunAlone>true' "$project"; then alone+=("$project"); else together+=("$project"); fi
  done
  say "testing ${#projects[@]} projects …"
  for project in "${together[@]}"; do
    if ((running >= 2)); then wait -n || true; running=$((running - 1)); fi
    run_project "$project" & running=$((running + 1))
  done
  wait
  for project in "${alone[@]}"; do run_project "$project"; done

  node .ci/results.mjs sum "$results" "${projects[@]}"
}

main "$@"
