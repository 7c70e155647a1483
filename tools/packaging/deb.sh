# SPDX-License-Identifier: MIT
# The Debian package: debian/ is put into the exported source, since it is not at the top of the tree.
word=deb
. "$parts/common.sh"
name=fargauge-$version
tree=$place/$name
package=${version}-1

export_source "$tree"
(cd "$place" && tar --sort=name --mtime="@$(source_time)" --owner=0 --group=0 --numeric-owner -c "$name" | gzip -n >"fargauge_$version.orig.tar.gz")
cp -R "$parts/debian" "$tree/debian"
sed "s/@VERSION@/$version/; s/@DATE@/$(LC_ALL=C date -u -d "@$(source_time)" '+%a, %d %b %Y %H:%M:%S +0000')/" \
  "$tree/debian/changelog.in" >"$tree/debian/changelog"
rm "$tree/debian/changelog.in"
(cd "$tree" && quietly 'dpkg-buildpackage' dpkg-buildpackage -us -uc)
quietly 'lintian' lintian --allow-root --tag-display-limit 0 --fail-on error,warning,info,pedantic -EviIL +pedantic \
  "$place/fargauge_${package}_$(dpkg --print-architecture).changes"
deb=$place/fargauge_${package}_$(dpkg --print-architecture).deb
dpkg-deb -c "$deb" | awk '{print $1, $6}' >"$place/contents"
manual "$tree" | sed 's/$/.gz/' >"$place/wanted"
printf '/usr/share/doc/fargauge/%s\n' copyright changelog.gz changelog.Debian.gz docs/security.md fargauge.spdx.json >>"$place/wanted"
while read -r path; do
  grep -qxF -e "-rw-r--r-- .$path" "$place/contents" || fail "it lacks $path"
done <"$place/wanted"

# Installed, run and removed again in a Debian of its own.
debian=$place/debian
new_debian "$debian"
as_root cp "$deb" "$debian/tmp/"
within "$debian" apt-get update -q >>"$log" 2>&1 || fail 'apt-get update in a new Debian'
within "$debian" apt-get install -q -y --no-install-recommends "/tmp/${deb##*/}" >>"$log" 2>&1 || fail 'the package cannot be installed'
report_on_samples within "$debian" sh -c 'cd /tmp && exec fargauge report /usr/share/doc/fargauge/examples/samples --out out'
[ -s "$debian/tmp/out/report.html" ] || fail 'no report was made'
within "$debian" bash --norc -c '. /usr/share/bash-completion/completions/fargauge.bash && complete -p fargauge' >>"$log" 2>&1 || fail 'no completion'
within "$debian" apt-get purge -q -y fargauge >>"$log" 2>&1 || fail 'the package cannot be removed'
if as_root find "$debian/usr" "$debian/etc" "$debian/var/lib/dpkg/info" -name '*fargauge*' | grep . >>"$log"; then
  fail 'the package leaves files behind'
fi
cp "$deb" "$work/"
echo "deb: ${deb##*/}: lintian has nothing to say; installed, reported on the samples, removed"
