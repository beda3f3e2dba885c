#!/bin/sh
# Builds a portable Ancrage for Linux: one tar.gz that needs no installation and no rights.
#
#   scripts/release-linux.sh [FOLDER]      writes FOLDER/ancrage-VERSION-linux-MACHINE.tar.gz (default: dist)
#
# With ANCRAGE_BINARY=path an existing binary is packed instead of building one.
set -eu

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
out=${1:-"$root/dist"}
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml" | head -n 1)
machine=$(uname -m)
name="ancrage-$version-linux-$machine"

binary=${ANCRAGE_BINARY:-}
if [ -z "$binary" ]; then
    (cd "$root" && cargo build --release --locked -p ancrage)
    binary="${CARGO_TARGET_DIR:-$root/target}/release/ancrage"
fi
[ -x "$binary" ] || { echo "no program at $binary" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder="$work/$name"
mkdir -p "$folder/docs"
cp "$binary" "$folder/ancrage"
chmod 755 "$folder/ancrage"
cp "$root/assets/icons/ancrage.svg" "$root/assets/icons/ancrage-256.png" "$folder/"
cp "$root/README.md" "$root/CHANGELOG.md" "$root/LICENSE-MIT" "$root/LICENSE-APACHE" "$folder/"
cp "$root"/docs/*.md "$root"/docs/*.png "$folder/docs/"

cat > "$folder/ancrage.desktop" <<'DESKTOP'
[Desktop Entry]
Type=Application
Name=Ancrage
GenericName=Qualitative analysis
GenericName[fr]=Analyse d’entretiens
Comment=Grounded-theory analysis of interviews
Comment[fr]=Analyse d’entretiens par théorisation ancrée
Exec=ancrage %f
Icon=ancrage
Terminal=false
Categories=Office;Science;Education;
DESKTOP

# Puts a launcher into the menu of whoever runs it; nothing outside their own folder is touched.
cat > "$folder/menu.sh" <<'MENU'
#!/bin/sh
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
data=${XDG_DATA_HOME:-"$HOME/.local/share"}
mkdir -p "$data/applications"
sed -e "s|^Exec=.*|Exec=\"$here/ancrage\" %f|" -e "s|^Icon=.*|Icon=$here/ancrage-256.png|" \
    "$here/ancrage.desktop" > "$data/applications/ancrage.desktop"
echo "$data/applications/ancrage.desktop"
MENU
chmod 755 "$folder/menu.sh"

mkdir -p "$out"
archive="$out/$name.tar.gz"
# The same content gives the same bytes: no owner, no order of the disk, one date.
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime='2000-01-01 00:00:00Z' \
    -C "$work" -cf - "$name" | gzip -n -9 > "$archive.part"
mv "$archive.part" "$archive"
(cd "$out" && sha256sum "$name.tar.gz" > "$name.tar.gz.sha256")
echo "$archive"
