# Functions that run and test share: what a fresh Debian machine with the .NET SDK still lacks. Sourced, not run.

# Says what is going on without mixing with results on standard output.
say() { printf '%s\n' "$*" >&2; }

install() {
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
      say "Missing on this machine: $*. Install it (sudo apt-get install $*) and try again."
      exit 1
    fi
    as_root=(sudo)
  fi
  say "Installing $* ..."
  # A fresh machine may have no package lists, or old ones.
  "${as_root[@]}" apt-get update -qq >&2 \
    && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 \
    || { say "Installing $* failed; see above."; exit 1; }
}

has_postgres() {
  [ -n "${PG_BIN:-}" ] && [ -x "$PG_BIN/pg_ctl" ] && return
  ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1 || command -v pg_ctl >/dev/null
}

need_dotnet() {
  command -v dotnet >/dev/null || { say "The .NET 10 SDK is missing (command dotnet)."; exit 1; }
}

# The server's programs only: Debian would set up and start a cluster of its own, which nothing here needs.
need_postgres() {
  if has_postgres; then return; fi
  local conf=/etc/postgresql-common/createcluster.conf
  if [ "$(id -u)" = 0 ] && [ ! -e "$conf" ]; then
    mkdir -p "${conf%/*}" && echo 'create_main_cluster = false' > "$conf"
  fi
  install postgresql
}

need_time_zones() {
  [ -e /usr/share/zoneinfo/America/New_York ] || install tzdata
}

# Unicode's rules for names and titles. The library's own package carries its version in its name; this one brings the right one.
need_icu() {
  # Only root finds ldconfig without a hint; and its list is read whole, for a pipe that grep -q closes early counts as failed.
  [[ $(PATH=$PATH:/usr/sbin:/sbin; ldconfig -p) == *libicuuc.so* ]] || install libicu-dev
}

need_chromium() {
  [ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null || install chromium
}
