#!/usr/bin/env bash
# Sets up what the program needs and runs it or its tests. The Makefile is the front door: make run, make test, ...
# Made for a fresh Debian or Ubuntu with nothing but python3, make and network; for root and for ordinary users; for an
# empty or missing home and for paths with spaces. What is there already is left alone, so a second call installs nothing.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin  # ldconfig lies off an ordinary user's path
[ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LANG=C.UTF-8

venv=.venv
python=$venv/bin/python
demo=.demo
papers='demo-dokumente'

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# ---------------------------------------------------------------- system packages
# One need a line: how to look for it (a shared library, a command, a file, a module of the system's Python), its name,
# the Debian package that brings it.
# Looking for the thing and not for the package also works where packages are called otherwise.
desk_needs='
lib libEGL.so.1 libegl1
lib libGL.so.1 libgl1
lib libX11-xcb.so.1 libx11-xcb1
lib libdbus-1.so.3 libdbus-1-3
lib libfontconfig.so.1 libfontconfig1
lib libfreetype.so.6 libfreetype6
lib libglib-2.0.so.0 libglib2.0-0
lib libgssapi_krb5.so.2 libgssapi-krb5-2
lib libwayland-cursor.so.0 libwayland-cursor0
lib libwayland-egl.so.1 libwayland-egl1
lib libxcb-cursor.so.0 libxcb-cursor0
lib libxcb-glx.so.0 libxcb-glx0
lib libxcb-icccm.so.4 libxcb-icccm4
lib libxcb-image.so.0 libxcb-image0
lib libxcb-keysyms.so.1 libxcb-keysyms1
lib libxcb-randr.so.0 libxcb-randr0
lib libxcb-render-util.so.0 libxcb-render-util0
lib libxcb-shape.so.0 libxcb-shape0
lib libxcb-shm.so.0 libxcb-shm0
lib libxcb-sync.so.1 libxcb-sync1
lib libxcb-xfixes.so.0 libxcb-xfixes0
lib libxcb-xkb.so.1 libxcb-xkb1
lib libxkbcommon-x11.so.0 libxkbcommon-x11-0
lib libxkbcommon.so.0 libxkbcommon0
'
# Xvfb and openbox: no window gets the focus without a window manager. gcc: the shim that slows and fails the disk.
test_needs='
cmd Xvfb xvfb
cmd openbox openbox
cmd pdftotext poppler-utils
cmd gcc gcc
file /usr/include/stdlib.h libc6-dev
'
# Java and JAXB: veraPDF. make test uses them where they are and demands them only with PROOF_REQUIRED=1 (.ci/run).
# dbus, at-spi2-core and pyatspi: what a screen reader hears.
proof_needs='
cmd javac default-jdk-headless
file /usr/share/java/jaxb-runtime.jar libjaxb-java
cmd soffice libreoffice-writer-nogui
cmd dbus-run-session dbus
file /usr/libexec/at-spi-bus-launcher at-spi2-core
module pyatspi python3-pyatspi
'
# What WeasyPrint draws with.
bench_needs='
lib libpango-1.0.so.0 libpango-1.0-0
lib libpangoft2-1.0.so.0 libpangoft2-1.0-0
'

# Prints the packages of those needs (first argument) that are not met.
missing() {
    local kind name package libraries
    libraries=$(ldconfig -p)
    while read -r kind name package; do
        case $kind in
            lib) [[ $libraries == *$'\t'"$name "* ]] || echo "$package" ;;
            cmd) command -v "$name" >/dev/null || echo "$package" ;;
            module) /usr/bin/python3 -c "import $name" 2>/dev/null || echo "$package" ;;
            file) [ -e "$name" ] || echo "$package" ;;
        esac
    done <<<"$1"
}

# Installs the packages by apt where that is allowed, else prints the one line to run and stops.
install_packages() {
    [ $# -gt 0 ] || return 0
    local as_root=()
    command -v apt-get >/dev/null ||
        stop "Auf diesem System fehlen (Namen wie bei Debian): $*. Bitte mit dessen Paketverwaltung einrichten und den Befehl wiederholen."
    if [ "$(id -u)" != 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            as_root=(sudo)
        else
            say "Es fehlen Systempakete, und dieses Konto darf keine einrichten. Bitte diese Zeile mit Systemrechten ausführen und den Befehl wiederholen:"
            say ""
            say "    sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends $*'"
            say ""
            exit 1
        fi
    fi
    say "Richte Systempakete ein: $*"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300) output
    "${apt[@]}" update >/dev/null || say "Die Paketlisten ließen sich nicht ganz erneuern; es geht mit den vorhandenen weiter."
    output=$("${apt[@]}" install -y --no-install-recommends "$@" 2>&1) || {
        say "$output"
        stop "Die Systempakete ließen sich nicht einrichten. Der Grund steht darüber; meist fehlt das Netz oder eine Paketquelle."
    }
}

# ---------------------------------------------------------------- Python and libraries
# Prints the first Python that is new enough; Ubuntu 22.04 calls 3.10 python3 and has 3.11 beside it.
find_python() {
    local candidate
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

python_packages() {
    local found
    found=$(find_python)
    if [ -z "$found" ]; then
        echo python3.11 python3.11-venv
    elif ! "$found" -c 'import ensurepip, venv' 2>/dev/null; then
        echo "$found-venv"
    fi
}

# Prints a lock file and those that it begins with (-r).
with_base() {
    local base
    for base in $(sed -n 's/^-r //p' "$1"); do
        with_base "$base"
    done
    echo "$1"
}

is_installed() {
    local lock
    for lock in $(with_base "$1"); do
        cmp -s "$lock" "$venv/$lock" || return 1
    done
}

# Makes the virtual environment and fills it from the lock file named. Copies of the lock files inside say what is in it.
install_libraries() {
    local lock=$1
    if "$python" -c '' 2>/dev/null && is_installed "$lock"; then
        return
    fi
    [ -w . ] || stop "Der Ordner »$PWD« ist für dieses Konto nicht beschreibbar. Bitte das Projekt in einen eigenen Ordner kopieren und dort wiederholen."
    if ! "$python" -m pip --version >/dev/null 2>&1; then
        say "Lege die Python-Umgebung »$venv« an."
        "$(find_python)" -m venv --clear "$venv" || stop "Die Python-Umgebung »$PWD/$venv« ließ sich nicht anlegen. Der Grund steht darüber."
    fi
    say "Lade die Bibliotheken aus $lock; beim ersten Mal sind das rund 150 MB."
    "$python" -m pip install --quiet --disable-pip-version-check --no-input -r "$lock" ||
        stop "Die Bibliotheken ließen sich nicht laden. Der Grund steht darüber; meist fehlt das Netz. Danach den Befehl wiederholen."
    for lock in $(with_base "$lock"); do
        cp "$lock" "$venv/$lock"
    done
}

# Sets up everything for a command: the lock file, then the needs.
prepare() {
    local lock=$1 packages
    shift
    packages=$(python_packages; missing "$*")
    # shellcheck disable=SC2086 # package names, one word each
    install_packages $packages
    install_libraries "$lock"
}

# ---------------------------------------------------------------- make run
desk() { "$python" -m desktop --data "$demo/buch" "$@"; }

run() {
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        prepare requirements.lock "$desk_needs"
        fill_demo
        open_desk
    else
        prepare requirements.lock
        say "Kein Bildschirm da (DISPLAY und WAYLAND_DISPLAY sind leer): Statt des Fensters entstehen die Dokumente der Vorführsitzungen in »$papers«."
        fill_demo
        write_papers
    fi
}

# Fills the demo book once; the mark is set last, so that a broken start is begun anew.
fill_demo() {
    [ ! -e "$demo/bereit" ] || return 0
    rm -rf "$demo"
    mkdir "$demo" || stop "Der Ordner »$PWD« ist für dieses Konto nicht beschreibbar. Bitte das Projekt in einen eigenen Ordner kopieren und dort wiederholen."
    desk demo
    touch "$demo/bereit"
}

open_desk() {
    local status=0
    desk || status=$?
    # Qt aborts the process when it cannot reach the display.
    [ "$status" -ne 134 ] ||
        stop "Das Fenster ließ sich auf dem Bildschirm »${WAYLAND_DISPLAY:-$DISPLAY}« nicht öffnen. Ohne Bildschirm geht: env -u DISPLAY -u WAYLAND_DISPLAY make run"
    return "$status"
}

write_papers() {
    local key keys kind
    mkdir -p "$papers"
    keys=$(desk list --json | "$python" -c 'import json, sys; print(*(m["key"] for m in json.load(sys.stdin)), sep="\n")')
    for key in $keys; do
        for kind in niederschrift auszug vorlage beschluesse tagesordnung anwesenheit; do
            desk export "$key" --kind "$kind" --out "$papers" >/dev/null
        done
    done
    say "Geschrieben: $(find "$papers" -type f | wc -l) Dateien in »$PWD/$papers«."
}

# ---------------------------------------------------------------- make test, check, faults, proof, bench
# Pytest, offscreen and on two workers. Markers first, then options.
offscreen_tests() { QT_QPA_PLATFORM=offscreen "$python" -m pytest -n 2 -m "$@"; }

# A display of its own with a window manager, until this script ends.
start_display() {
    files=$(mktemp -d)
    servers=()
    trap stop_display EXIT
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$files/display" 2>"$files/log" &
    servers+=($!)
    wait_for "$files/display" $! || stop "Der Bildschirm für die Fensterprüfungen (Xvfb) startet nicht: $(<"$files/log")"
    DISPLAY=:$(<"$files/display")
    export DISPLAY
    unset WAYLAND_DISPLAY
    openbox --startup "sh -c 'echo bereit >$files/manager'" >>"$files/log" 2>&1 &
    servers+=($!)
    wait_for "$files/manager" $! || stop "Die Fensterverwaltung (openbox) startet nicht: $(<"$files/log")"
}

stop_display() {
    kill "${servers[@]}" 2>/dev/null || true
    wait "${servers[@]}" 2>/dev/null || true
    rm -rf "$files"
}

# Waits at most 20 s until the file has content, or until the process that should write it has ended.
wait_for() {
    local file=$1 process=$2
    for _ in {1..200}; do
        [ ! -s "$file" ] || return 0
        kill -0 "$process" 2>/dev/null || return 1
        sleep 0.1
    done
    return 1
}

# Pytest, one test after the other: there is only one focus, and times are measured. Markers first, then options.
window_tests() {
    start_display
    QT_QPA_PLATFORM=xcb "$python" -m pytest -m "$@"
}

run_tests() {
    local first=0 second=0 needs=$desk_needs$test_needs
    [ "${PROOF_REQUIRED:-}" != 1 ] || needs+=$proof_needs
    prepare requirements-test.lock "$needs"
    offscreen_tests 'not window and not faults and not proof' || first=$?
    # Only where they lie: looking for them in all of tests/ takes longer than they do.
    window_tests 'window and not faults and not proof' tests/ui/acceptance tests/faults || second=$?
    [ "$first" -eq 0 ] || return "$first"
    return "$second"
}

check() {
    prepare requirements-test.lock
    "$python" -m ruff check .
    "$python" -m mypy
}

faults() {
    local first=0 second=0
    prepare requirements-test.lock "$desk_needs$test_needs"
    HYPOTHESIS_PROFILE=many offscreen_tests 'hypothesis and not window and not proof' || first=$?
    window_tests faults --capture=no || second=$?  # the loops print the figures they measure
    [ "$first" -eq 0 ] || return "$first"
    return "$second"
}

proof() {
    prepare requirements-proof.lock "$desk_needs$test_needs$proof_needs"
    # What looks at the same part of the documents runs in one worker, which draws them once.
    offscreen_tests proof --dist loadgroup
}

bench() {
    prepare requirements-bench.lock "$desk_needs$test_needs$proof_needs$bench_needs"
    "$python" -m tests.benchmarks
}

clean() {
    rm -rf "$venv" "$demo" "$papers" build .pytest_cache .mypy_cache .ruff_cache .hypothesis ./*.egg-info
    find . -name __pycache__ -type d -prune -exec rm -rf {} +
}

case ${1:-} in
    run) run ;;
    test) run_tests ;;
    check) check ;;
    faults) faults ;;
    proof) proof ;;
    bench) bench ;;
    clean) clean ;;
    *) stop "Aufruf: bash installer/setup.sh run|test|check|faults|proof|bench|clean" ;;
esac
