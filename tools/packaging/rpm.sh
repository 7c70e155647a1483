# SPDX-License-Identifier: MIT
# The RPM package. Debian's rpmbuild knows none of Fedora's packages, so what it needs is not asked of rpm's database.
word=rpm
. "$parts/common.sh"
name=fargauge-$version
mkdir -p "$place/SOURCES"
export_source "$place/$name"
(cd "$place" && tar --sort=name --mtime="@$(source_time)" --owner=0 --group=0 --numeric-owner -c "$name" | gzip -n >"SOURCES/$name.tar.gz")
SOURCE_DATE_EPOCH=$(source_time)
export SOURCE_DATE_EPOCH
quietly 'rpmbuild' rpmbuild -ba --nodeps --define "_topdir $place" --define "fargauge_version $version" --define '_build_id_links none' \
  --define 'debug_package %{nil}' --define '_docdir %{_datadir}/doc' --define 'clamp_mtime_to_source_date_epoch 1' "$parts/fargauge.spec"
rpm=$(echo "$place"/RPMS/*/"$name"-1*.rpm)
quietly 'rpmlint' rpmlint --strict --config "$parts/rpmlint.toml" "$parts/fargauge.spec" "$rpm"
mkdir "$place/unpacked"
(cd "$place/unpacked" && rpm2cpio "$rpm" | cpio -id --quiet) >>"$log" 2>&1 || fail 'it cannot be unpacked'
(cd "$place/unpacked" && find . -type f | sed 's,^\.,,' | LC_ALL=C sort) >"$place/files"
rpm -qlp "$rpm" 2>/dev/null | while read -r path; do [ ! -f "$place/unpacked$path" ] || echo "$path"; done | LC_ALL=C sort >"$place/listed"
diff "$place/files" "$place/listed" >>"$log" || fail 'it does not list what it holds'
doc=/usr/share/doc/fargauge
for path in /usr/bin/fargauge /usr/share/zsh/site-functions/_fargauge $(manual "$place/$name") "/usr/share/licenses/$name/LICENSE" \
  $doc/CHANGELOG.md $doc/docs/security.md $doc/fargauge.spdx.json; do
  [ -s "$place/unpacked$path" ] || [ -s "$place/unpacked$path.gz" ] || fail "it lacks $path"
done
report_on_samples "$place/unpacked/usr/bin/fargauge" report "$place/unpacked/usr/share/doc/fargauge/samples" --out "$place/out"
cp "$rpm" "$work/"
echo "rpm: ${rpm##*/}: rpmlint has nothing to say; unpacked, reported on the samples"
