#!/bin/sh
# make.sh [FOLDER]: makes the faces again, into this folder or FOLDER.
# Needs Debian 12 with npm and python3-fonttools (4.38.0); nothing is
# installed. Every source is checked against its SHA-256 before it is used.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
destination=$(cd "${1:-$here}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download texlive-lang-chinese=2022.20230122-1 fonts-lxgw-wenkai=1.250+repack-1 fonts-liberation2=2.1.5-1
for package in *.deb; do
    dpkg-deb -x "$package" debian
    rm "$package"
done
for family in noto-serif-sc noto-sans-sc; do
    mkdir "$family"
    tar -xzf "$(npm pack --silent "@expo-google-fonts/$family@0.4.3")" -C "$family"
done

# Debian's own python3 has python3-fonttools; another one that stands first in PATH may not.
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$here/faces.py" "$work" "$destination"
