#!/bin/sh
# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
#
# Tries the bundle as it is given: its self test, then its window on a virtual screen. Nothing of
# the checkout or of its environment is seen by it.
set -eu
bundle=$(cd "${1:-dist/autodiag}" && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/home"
cd "$place"
run="env -i HOME=$place/home PATH=/usr/bin:/bin LANG=C.UTF-8 DBUS_SESSION_BUS_ADDRESS=disabled:"

$run "$bundle/autodiag" --donnees "$place/donnees" auto-test

# The window: shown within a minute, then closed
Xvfb :93 -screen 0 1366x768x24 -noreset -nolisten tcp >/dev/null 2>&1 &
screen=$!
trap 'kill $screen 2>/dev/null || true; rm -rf "$place"' EXIT
sleep 1
$run DISPLAY=:93 "$bundle/autodiag" --donnees "$place/donnees" >"$place/said" 2>&1 &
window=$!
found=
for _ in $(seq 120); do
    found=$(DISPLAY=:93 xdotool search --onlyvisible --name '^Autodiag$' 2>/dev/null || true)
    [ -n "$found" ] && break
    kill -0 $window 2>/dev/null || break
    sleep 0.5
done
kill $window 2>/dev/null || true
if [ -z "$found" ]; then
    echo "La fenêtre ne s’est pas ouverte :" >&2
    cat "$place/said" >&2
    exit 1
fi
echo "Ouvrir la fenêtre : oui"
du -sm "$bundle" | awk '{ print "Le dossier pèse " $1 " Mo" }'
