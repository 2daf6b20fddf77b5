#!/bin/sh
# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
#
# Makes a machine that has only Python, pip and make ready, for `run` or for `test`:
# the environment .venv, the packages of the lock file, the system libraries that Qt needs.
# Each step looks first whether it is already done, so that a second call is instant.
set -eu
cd "$(dirname "$0")/.."

purpose=$1
environment=.venv

# Debian and Ubuntu names of what PySide6's screen plugins link to and its wheel does not hold
QT_PACKAGES="libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libx11-xcb1 libxcb-cursor0 \
libxcb-icccm4 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 \
libxcb-xkb1 libxkbcommon-x11-0"
# the tests open a real window on a virtual screen, and read the printed PDF
TEST_PACKAGES="poppler-utils xdotool xvfb"
# one of them listens to the application through the accessibility layer; skipped without these
EAR_PACKAGES="at-spi2-core dbus python3-gi"

case $purpose in
    run) lock=requirements.lock ;;
    test) lock=requirements-dev.lock ;;
    *) echo "usage: setup.sh run|test" >&2; exit 2 ;;
esac

say() { echo "$*" >&2; }

refuse() {
    say "$@"
    exit 1
}

recent_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

first_python() {
    for name in python3 python3.11 python3.12 python3.13 python3.14 python; do
        if recent_enough "$name"; then
            echo "$name"
            return
        fi
    done
    refuse "Autodiag a besoin de Python 3.11 ou plus récent : installez-le, puis recommencez." \
        "/ Python 3.11 or later is needed: install it, then try again."
}

# Debian's Python comes without ensurepip: the pip beside it then fills the environment.
make_environment() {
    if recent_enough "$environment/bin/python"; then
        return
    fi
    python=$(first_python)
    say "Création de l’environnement $environment…"
    if "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m venv --clear --without-pip "$environment"
    elif "$python" -c 'import ensurepip' >/dev/null 2>&1; then
        "$python" -m venv --clear "$environment"
    else
        refuse "$python n’a pas pip : installez-le (Debian, Ubuntu : python3-pip), puis recommencez."
    fi
}

pip_install() {
    if "$environment/bin/python" -c 'import pip' >/dev/null 2>&1; then
        "$environment/bin/python" -m pip install "$@"
    else
        "$(first_python)" -m pip --python "$environment/bin/python" install "$@"
    fi
}

# The stamp is a copy of the lock last installed: a changed lock is installed again.
install_packages() {
    stamp=$environment/installed-$lock
    if cmp -s "$lock" "$stamp"; then
        return
    fi
    say "Installation des paquets de $lock (quelques minutes la première fois)…"
    pip_install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$lock"
    cp "$lock" "$stamp"
}

missing_libraries() {
    command -v ldd >/dev/null || return 0
    ldd "$environment"/lib/python3*/site-packages/PySide6/Qt/plugins/platforms/libq[ox]*.so |
        awk '/not found/ { print $1 }' | sort -u
}

missing_commands() {
    for name in pdftotext xdotool Xvfb; do
        command -v "$name" >/dev/null || echo "$name"
    done
}

# Only a window needs Qt's libraries: on a machine without a screen `run` goes on without them.
needed_now() {
    [ "$purpose" = test ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

see_to_system() {
    missing=$(missing_libraries)
    packages=$QT_PACKAGES
    if [ "$purpose" = test ]; then
        missing="$missing $(missing_commands)"
        packages="$packages $TEST_PACKAGES"
    fi
    # shellcheck disable=SC2086  # words, one each
    set -- $missing
    [ $# -gt 0 ] || return 0
    advice="Il manque au système : $*"
    if command -v apt-get >/dev/null; then
        advice="Il manque des bibliothèques au système : sudo apt-get install $packages"
        if [ "$(id -u)" = 0 ]; then
            say "Installation des bibliothèques du système…"
            # shellcheck disable=SC2086
            apt_install $packages && return
        fi
    fi
    if needed_now; then
        refuse "$advice"
    fi
    say "Autodiag tourne ici sans fenêtre. $advice"
}

deaf() {
    [ -e /usr/share/dbus-1/accessibility-services/org.a11y.atspi.Registry.service ] &&
        command -v dbus-daemon >/dev/null &&
        /usr/bin/python3 -c 'import gi' 2>/dev/null && return 1
    return 0
}

see_to_ears() {
    if [ "$purpose" = test ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && deaf; then
        # shellcheck disable=SC2086
        apt_install $EAR_PACKAGES || say "Le test par la couche d’accessibilité ne sera pas fait."
    fi
}

# What apt says is shown only when it fails.
apt_install() {
    export DEBIAN_FRONTEND=noninteractive
    said=$(apt-get update -qq </dev/null 2>&1 && apt-get install -qq -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "$@" </dev/null 2>&1) && return
    say "$said"
    return 1
}

make_environment
install_packages
if [ "$(uname)" = Linux ]; then
    see_to_system
    see_to_ears
fi
