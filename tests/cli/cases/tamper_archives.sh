# Archives and folders made to harm whoever opens them: named, and nothing is written where they point to.
. "$here/tampering.sh"
make_audit
"$FARGAUGE" pack --db audit.db --out good --quiet
"$FARGAUGE" pack --db audit.db --out good.zip --quiet
"$FARGAUGE" pack --db audit.db --out good.tar.gz --quiet

# spoilt FILE TEXT: verifying it exits with 1 and says TEXT.
spoilt() {
  fg 1 verify "$1"
  prints "$2"
}

# ---- archives that are not whole
size=$(wc -c <good.zip | tr -d ' ')
head -c $((size / 2)) good.zip >cut.zip
spoilt cut.zip 'damaged: cut.zip'
{ cat good.zip && echo more; } >longer.zip
spoilt longer.zip "added: longer.zip: something stands behind the archive's end"
{ echo more && cat good.zip; } >before.zip
fg 3 verify before.zip
{ cat good.zip && head -c 5000 good.zip && tail -c 22 good.zip; } >twice.zip
fg 1 verify twice.zip
size=$(wc -c <good.tar.gz | tr -d ' ')
head -c $((size / 2)) good.tar.gz >cut.tar.gz
spoilt cut.tar.gz 'damaged: cut.tar.gz'
{ cat good.tar.gz && echo more; } >longer.tar.gz
spoilt longer.tar.gz 'damaged: longer.tar.gz'
cp good.zip flipped.zip
printf '\377\377\377\377' | dd of=flipped.zip bs=1 seek=$((size / 2)) conv=notrunc 2>/dev/null
fg 1 verify flipped.zip
: >empty.zip
fg 3 verify empty.zip

# ---- bytes that are of no member, which unpacking does not show
zip_end=$(tail -c 22 good.zip | od -An -tx1 | tr -d ' \n')
ok 'the end of a ZIP is its last 22 bytes' test "${zip_end%"${zip_end#????????}"}" = 504b0506
{ gunzip -c good.tar.gz && printf 'hidden'; } | gzip -n >behind.tar.gz
fg 1 verify behind.tar.gz
{ cat good.tar.gz && printf '' | gzip -n; } >members.tar.gz
spoilt members.tar.gz 'added: members.tar.gz: something stands behind the end of its gzip member'
gunzip -c good.tar.gz >hidden && gzip -N -c hidden >name.tar.gz
spoilt name.tar.gz "added: name.tar.gz: its gzip header has a file's name"
gunzip -c good.tar.gz | gzip -n >anew.tar.gz
fg 0 verify anew.tar.gz --no-redo

# ---- members that lead elsewhere. GNU tar writes what it is told to.
mkdir top
cp -R good/. top/
victim=$PWD/victim
pack_with() { tar --format=ustar --transform "$2" -cPzf "$1" top evil 2>/dev/null; }
echo evil >evil
if tar --version 2>/dev/null | grep -q GNU; then
  pack_with up.tar.gz 's,^evil,top/../victim,'
  spoilt up.tar.gz 'unsafe: top/../victim: the name leads out of the pack'
  pack_with absolute.tar.gz "s,^evil,$victim,"
  spoilt absolute.tar.gz 'the name is that of a place outside of the pack'
  pack_with outside.tar.gz 's,^evil,aaa/bagit.bak,'
  spoilt outside.tar.gz "added: aaa/bagit.bak: it lies outside of the pack's folder top/"
  pack_with backslash.tar.gz 's,^evil,top/..\\\\victim,'
  fg 1 verify backslash.tar.gz
  pack_with case.tar.gz 's,^evil,top/DATA/pack.json,'
  spoilt case.tar.gz 'in case only'
  pack_with twice.tar.gz 's,^evil,top/data/pack.json,'
  spoilt twice.tar.gz 'duplicate: data/pack.json: more than one member has this name'

  # folders, which fargauge writes none of, and what else a header may hold
  plain='--format=ustar --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX'
  tar $plain -czf folders.tar.gz top
  fg 0 verify folders.tar.gz --no-redo
  mkdir elsewhere
  tar $plain --transform 's,^elsewhere,top/../victim,' -cPzf leads.tar.gz top elsewhere 2>/dev/null
  spoilt leads.tar.gz 'unsafe: ../victim: the name leads out of the pack'
  nok 'that is no habit of an archiver' grep -q 'packed it anew' "$out"
  tar $plain --transform 's,^elsewhere,top/data/pack.json,' -czf clash.tar.gz top elsewhere
  spoilt clash.tar.gz 'unsafe: data/pack.json: it is a file and a folder'
  tar $plain --transform 's,^elsewhere,aside,' -czf aside.tar.gz top elsewhere
  spoilt aside.tar.gz "added: aside: the folder lies outside of the pack's folder top/"
  tar $plain --transform 's,^elsewhere,top/data/none,' -czf none.tar.gz top elsewhere
  spoilt none.tar.gz 'added: data/none: a folder with nothing in it'
  tar $plain --mode=u=rwxs,go=rx -czf mode.tar.gz top
  spoilt mode.tar.gz 'its mode is 4755, in a pack it is 0'
  ok 'modes are one line' test "$(grep -c 'its mode is' "$out")" -le 1
  tar --format=ustar --owner=eve:1000 --group=0 --mode=u=rwX,go=rX -czf owner.tar.gz top
  spoilt owner.tar.gz 'it is of user '
  prints 'another program packed it anew: if so, unpack it'
  tar --format=pax --pax-option=comment=hidden,exthdr.name=x,delete=atime,delete=ctime,delete=mtime --owner=0 --group=0 --numeric-owner \
    --mode=u=rwX,go=rX -czf comment.tar.gz top
  fg 1 verify comment.tar.gz
  ok 'a comment is named' in_file "$out" -E '^  added: .*comment|header of kind g'
else
  skip 'names that lead elsewhere' 'no GNU tar'
fi
ln -s /etc/passwd top/data/link
tar -czf link.tar.gz top
spoilt link.tar.gz 'unsafe: top/data/link: it is a symbolic link, and not followed'
fg 1 verify top
prints 'unsafe: data/link: it is a symbolic link, and not followed'
rm top/data/link
ln top/data/pack.json top/data/same
tar -czf hard.tar.gz top
spoilt hard.tar.gz 'it is a link to another member'
rm top/data/same
mkfifo top/data/pipe
tar -czf pipe.tar.gz top
spoilt pipe.tar.gz 'unsafe: top/data/pipe: it is no regular file'
fg 1 verify top
prints 'unsafe: data/pipe: it is no regular file'
rm top/data/pipe
mkdir -p top/data/none
fg 1 verify top
prints 'added: data/none: a folder with nothing in it'
rmdir top/data/none
rm top/data/pack.json
ln -s ../../good/data/pack.json top/data/pack.json
fg 1 verify top
prints 'unsafe: data/pack.json: it is a symbolic link'
prints 'missing: data/pack.json'
ok 'nothing was written outside' test ! -e victim

# ---- too much
fg 1 verify good.tar.gz --max-total 100K
prints 'damaged: good.tar.gz'
rm top/data/pack.json
cp good/data/pack.json top/data/pack.json
head -c 300000000 /dev/zero >top/data/zeros
tar -czf bomb.tar.gz top
rm top/data/zeros
fg 1 verify bomb.tar.gz
prints 'bomb.tar.gz'

# ---- no pack
mkdir other
echo x >other/x
tar -czf other.tar.gz other
fg 3 verify other.tar.gz
says 'there is no bag in it'
fg 3 verify other

# ---- a terminal is not written to by names
cp -R good named
printf x >"named/$(printf 'a\033[2Jb')"
fg 1 verify named
ok 'escapes are shown' in_file "$out" -F '\u001B[2J'
