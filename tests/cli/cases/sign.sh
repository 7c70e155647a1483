# fargauge sign: what openssl and ssh-keygen, without us, say of its signatures; what it refuses to sign, and with what.
# All keys are made here and go with the folder.
umask 022
fg 1 report "$SAMPLES" --out out --format none
fg 0 pack --db out/fargauge.db --out pack --format none
for form in zip tar.gz; do
  fg 0 pack --db out/fargauge.db --out "unsigned.$form" --format none
done
manifest=tagmanifest-sha256.txt

# ---- a signature over what is not whole
: >key && chmod 600 key
fg 4 sign nowhere --ssh key
says 'pack: nowhere: No such file or directory'
fg 3 sign "$SAMPLES" --ssh key
says 'holds no tagmanifest-sha256.txt'
fg 3 sign out/fargauge.db --ssh key
says 'pack: out/fargauge.db: '
fg 2 sign pack --ssh key
says 'key: key: it cannot be read'
broken() { rm -rf broken && cp -r pack broken; }
broken && echo x >>broken/bagit.txt
fg 3 sign broken --ssh key
says 'bagit.txt: it is not what the tag manifest says'
says 'hint: a signature would vouch for a broken pack'
broken && echo x >>broken/manifest-sha256.txt
fg 3 sign broken --ssh key
says 'manifest-sha256.txt: it is not what the tag manifest says'
broken && rm broken/bag-info.txt
fg 3 sign broken --ssh key
says 'bag-info.txt: the tag manifest names it, and it is not there'
broken && mv broken/bagit.txt elsewhere && ln -s ../elsewhere broken/bagit.txt
fg 3 sign broken --ssh key
says 'bagit.txt: it is a link'
broken && mkfifo broken/pipe
fg 3 sign broken --ssh key
says 'pipe: it is no file'
broken && grep -v bagit.txt pack/$manifest >broken/$manifest
fg 3 sign broken --ssh key
says 'bagit.txt: the tag manifest does not name it'
broken && printf 'x' >>broken/$manifest
fg 3 sign broken --ssh key
says "$manifest: it is no list of lines"
broken && echo 'ABC  bagit.txt' >>broken/$manifest
fg 3 sign broken --ssh key
says "$manifest: line 4: it cannot be read"
for wrong in 's/  / */' 's/  /* /' 's/^./G/'; do
  broken && sed "2$wrong" pack/$manifest >broken/$manifest
  fg 3 sign broken --ssh key
  says "$manifest: line 2: it cannot be read"
done
head -c 5000 unsigned.zip >short.zip
fg 3 sign short.zip --ssh key
says 'pack: short.zip: '
head -c 5000 unsigned.tar.gz >short.tar.gz
fg 3 sign short.tar.gz --ssh key
says 'pack: short.tar.gz: '
broken && ln -s /etc/hostname broken/linked
tar -czf odd.tar.gz broken
fg 3 sign odd.tar.gz --ssh key
says 'broken/linked: it is no regular file'
rm broken/linked && echo x >beside
for beside in beside elsewhere/beside; do
  [ -e $beside ] || { rm elsewhere && mkdir elsewhere && mv beside elsewhere; }
  tar -czf odd.tar.gz broken $beside
  fg 3 sign odd.tar.gz --ssh key
  says "$beside: it does not lie in the pack's folder"
done
rm -r odd.tar.gz elsewhere && : >elsewhere
head -c 3000000 /dev/zero >huge && chmod 600 huge
fg 2 sign pack --ssh huge
says 'key: huge: it is larger than any such file'
rm huge
holds . broken elsewhere key out pack short.tar.gz short.zip unsigned.tar.gz unsigned.zip

# ---- CMS, as openssl reads it
with_openssl() {
  authority() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -out "$1.pem" \
      -subj "/CN=$1" -days 30
  }
  # certificate NAME ALGORITHM EXTENSIONS
  certificate() {
    # shellcheck disable=SC2086  # the algorithm brings its options
    openssl req -newkey $2 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=$1" &&
      printf '%b' "$3" >"$1.ext" &&
      openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days 20 -extfile "$1.ext" -out "$1.pem" &&
      chmod 600 "$1.key"
  }
  accepted() {
    openssl cms -verify -binary -content "$1/$manifest" -inform DER -in "$1/$manifest.p7s" -CAfile "$2.pem" \
      -purpose any -out /dev/null
  }
  ok 'an authority' authority ca
  ok 'another one' authority stranger
  ok 'an RSA certificate' certificate rsa rsa:2048 ''
  ok 'an ECDSA certificate' certificate ecdsa 'ec -pkeyopt ec_paramgen_curve:P-384' ''

  fg 0 sign pack --key rsa.key --cert rsa.pem
  prints "Sealed pack: $manifest.p7s"
  prints 'By CN=rsa'
  ok 'openssl cms -verify accepts it' accepted pack ca
  nok 'but under another authority' accepted pack stranger
  ok 'its mode is 0644' test "$(find pack/$manifest.p7s -perm 644)"
  cp -r pack changed && echo x >>changed/$manifest
  nok 'nor over another manifest' accepted changed ca
  cp pack/$manifest.p7s first.p7s
  fg 0 sign pack/ --key rsa.key --cert rsa.pem --chain ca.pem --replace
  prints "Sealed pack: $manifest.p7s"
  ok 'the chain is in it' eval '[ "$(openssl pkcs7 -inform DER -in pack/$manifest.p7s -print_certs -noout | grep -c ^subject)" = 2 ]'
  ok 'openssl accepts it' accepted pack ca
  fg 4 sign pack --key rsa.key --cert rsa.pem --chain nowhere.pem --replace
  says 'chain: nowhere.pem: No such file or directory'
  ok 'a key that CMS cannot sign with' certificate edwards ed25519 ''
  fg 2 sign pack --key edwards.key --cert edwards.pem --replace
  says 'openssl cms knows no signatures by keys of this kind'
  says 'hint: use an RSA or ECDSA key; --ssh takes Ed25519'
  ok 'a key that SSH has not' openssl ecparam -name secp256k1 -genkey -noout -out koblitz.key
  chmod 600 koblitz.key
  fg 2 sign pack --ssh koblitz.key --replace
  says 'signature: SSH has no keys of this kind'
  cp first.p7s pack/$manifest.p7s
  fg 2 sign pack --key ecdsa.key --cert ecdsa.pem
  says "there is a $manifest.p7s already"
  same first.p7s pack/$manifest.p7s
  fg 0 sign pack --key rsa.key --cert rsa.pem --replace
  same first.p7s pack/$manifest.p7s
  fg 0 sign pack --key ecdsa.key --cert ecdsa.pem --replace
  ok 'openssl accepts the new one' accepted pack ca

  # Archives: the same members and one more, the same bytes in whatever order they were sealed.
  for form in zip tar.gz; do
    cp "unsigned.$form" "signed.$form" && chmod 640 "signed.$form"
    fg 0 sign "signed.$form" --key rsa.key --cert rsa.pem
    ok 'its mode stays' test "$(find "signed.$form" -perm 640)"
    cp "signed.$form" once
    fg 0 sign "signed.$form" --key rsa.key --cert rsa.pem --replace
    same once "signed.$form"
    cp "unsigned.$form" "renamed.$form"
    TZ=Asia/Tokyo LC_ALL=C.UTF-8 fg 0 sign "renamed.$form" --key rsa.key --cert rsa.pem
    same once "renamed.$form"
    mkdir -p "from-$form"
  done
  ok 'tar unpacks it' tar -xzf signed.tar.gz -C from-tar.gz
  ok 'openssl accepts it' accepted from-tar.gz/unsigned ca
  cp first.p7s pack/$manifest.p7s
  ok 'nothing else has changed in it' diff -r pack from-tar.gz/unsigned
  if command -v unzip >/dev/null; then
    ok 'unzip unpacks it' unzip -q signed.zip -d from-zip
    ok 'the two hold the same' diff -r from-zip/unsigned from-tar.gz/unsigned
  else
    skip 'unzip unpacks it' 'there is no unzip'
  fi

  # Keys that are not given away.
  openssl rsa -aes256 -passout pass:secret -in rsa.key -out locked.key 2>/dev/null
  openssl pkcs12 -export -inkey rsa.key -in rsa.pem -certfile ca.pem -passout pass:secret -out all.p12
  echo secret >passphrase
  echo wrong >wrong
  chmod 600 locked.key all.p12 passphrase wrong
  fg 2 sign pack --key locked.key --cert rsa.pem --replace
  says 'locked.key: it cannot be read, or it has a passphrase'
  fg 0 sign pack --key locked.key --cert rsa.pem --replace --passphrase-file passphrase
  same first.p7s pack/$manifest.p7s
  fg 0 sign pack --p12 all.p12 --replace --passphrase-file passphrase
  ok 'openssl accepts it' accepted pack ca
  fg 2 sign pack --p12 all.p12 --replace --passphrase-file wrong
  says 'all.p12: it is no PKCS#12 file, or its passphrase is another one'
  nok 'no passphrase is told' grep -q -e secret "$out" "$err"
  fg 2 sign pack --key rsa.key --cert ecdsa.pem --replace
  says 'the certificate is of another key'
  fg 2 sign pack --key rsa.pem --cert rsa.key --replace
  says '--key: rsa.pem: it holds a certificate and no private key'
  says 'hint: the two are exchanged: write --key rsa.key --cert rsa.pem'
  fg 2 sign pack --key rsa.pem --cert rsa.pem --replace
  says 'hint: name the file with its private key'
  cat rsa.key rsa.pem >both.pem
  chmod 600 both.pem
  fg 0 sign pack --key both.pem --cert both.pem --replace
  chmod 644 rsa.key
  fg 2 sign pack --key rsa.key --cert rsa.pem --replace
  says 'key: rsa.key: others than its owner may read or write it'
  chmod 600 rsa.key
  export SOURCE_DATE_EPOCH=4102444800
  fg 2 sign pack --key rsa.key --cert rsa.pem --replace
  says 'certificate: CN=rsa: it expired '
  unset SOURCE_DATE_EPOCH
}

# ---- time-stamps, of an authority of our own
with_authority() {
  cat >tsa.conf <<'CONF'
[tsa]
default_tsa = one
[one]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_chain = no
ess_cert_id_alg = sha256
CONF
  echo 01 >serial
  answer() {
    openssl ts -reply -config tsa.conf -queryfile "$1" -signer tsa.pem -inkey tsa.key -out "$2"
  }
  stamped() {
    openssl ts -verify -data "pack/$1" -in "pack/$1.tsr" -CAfile ca.pem
  }
  ok 'a time-stamping authority' certificate tsa rsa:2048 'extendedKeyUsage=critical,timeStamping\n'
  rm -f pack/$manifest.p7s
  fg 2 sign pack --time-stamp-request one.tsq --stamp cms
  says 'the pack has no such signature'
  fg 0 sign pack --time-stamp-request manifest.tsq
  prints "over $manifest"
  cp manifest.tsq again.tsq
  fg 0 sign pack --time-stamp-request manifest.tsq
  same manifest.tsq again.tsq
  ok 'openssl answers it' answer manifest.tsq manifest.tsr
  fg 0 sign pack --time-stamp manifest.tsr
  prints "Sealed pack: $manifest.tsr"
  ok 'openssl accepts the time-stamp' stamped $manifest
  fg 2 sign pack --time-stamp manifest.tsr
  says "there is a $manifest.tsr already"

  fg 0 sign pack --key rsa.key --cert rsa.pem
  fg 0 sign pack --time-stamp-request cms.tsq
  prints "over $manifest.p7s"
  ok 'openssl answers it' answer cms.tsq cms.tsr
  fg 0 sign pack --time-stamp cms.tsr
  prints "Sealed pack: $manifest.p7s.tsr"
  prints 'By CN=tsa'
  ok 'openssl accepts the time-stamp' stamped $manifest.p7s
  fg 0 sign pack --key rsa.key --cert rsa.pem --replace
  ok 'the same signature keeps its time-stamp' stamped $manifest.p7s
  fg 0 sign pack --key ecdsa.key --cert ecdsa.pem --replace
  prints "Removed $manifest.p7s.tsr"
  ok 'a time-stamp goes with its signature' test ! -e pack/$manifest.p7s.tsr
  fg 3 sign pack --time-stamp cms.tsr
  says 'time-stamp: cms.tsr: it is over other content'
  fg 3 sign pack --time-stamp ca.pem
  says 'time-stamp: ca.pem: it is neither a time-stamp response nor a token in DER'

  cp signed.zip stamped.zip
  fg 0 sign stamped.zip --time-stamp-request zip.tsq
  ok 'openssl answers it' answer zip.tsq zip.tsr
  fg 0 sign stamped.zip --time-stamp zip.tsr
  prints "Sealed stamped.zip: $manifest.p7s.tsr"
}

case $(openssl version 2>/dev/null) in
  'OpenSSL '[3-9]*)
    with_openssl
    with_authority
    ;;
  *) skip 'CMS and time-stamps' 'there is no OpenSSL 3 on the path' ;;
esac

# ---- sshsig, as ssh-keygen reads it
with_ssh_keygen() {
  # new_key NAME TYPE BITS
  new_key() { ssh-keygen -q -t "$2" -b "$3" -N '' -C "$1 of the test" -f "$1"; }
  good() {
    echo "$2@example.org namespaces=\"fargauge-pack\" $(cat "$2.pub")" >allowed
    ssh-keygen -Y verify -f allowed -I "$2@example.org" -n fargauge-pack -s "$1/$manifest.sig" <"$1/$manifest"
  }
  for kind in ed25519:256 rsa:3072 ecdsa:256 ecdsa:384 ecdsa:521; do
    name=$(echo "$kind" | tr : -)
    ok "a key: $kind" new_key "$name" "${kind%:*}" "${kind#*:}"
    fg 0 sign pack --ssh "$name" --replace
    ok "its fingerprint is ssh-keygen's" grep -qF "$(ssh-keygen -lf "$name.pub" | cut -d' ' -f2)" "$out"
    ok "ssh-keygen -Y verify accepts it" good pack "$name"
    case $kind in
      ecdsa*) ;; # its signatures hold a random number
      *)
        cp pack/$manifest signed-by-them
        ssh-keygen -q -Y sign -f "$name" -n fargauge-pack signed-by-them
        same signed-by-them.sig pack/$manifest.sig
        rm -f signed-by-them signed-by-them.sig
        ;;
    esac
  done
  nok 'not under another key' good pack rsa-3072
  cp -r pack otherwise && echo x >>otherwise/$manifest
  nok 'nor over another manifest' good otherwise ecdsa-521
  fg 2 sign pack --ssh rsa-3072
  says "there is a $manifest.sig already"
  ok 'a key with a passphrase' ssh-keygen -q -t ed25519 -N secret -f locked
  fg 2 sign pack --ssh locked --replace
  says 'has a passphrase, which fargauge cannot open'
  says 'hint: sign with: ssh-keygen -Y sign'
  chmod 640 rsa-3072
  fg 2 sign pack --ssh rsa-3072 --replace
  says 'others than its owner may read or write it'
  ok 'the former signature is still there' good pack ecdsa-521
  fg 2 sign pack --ssh rsa-3072.pub --replace
  fg 0 sign unsigned.zip --ssh ed25519-256
  prints "Sealed unsigned.zip: $manifest.sig"
}

if command -v ssh-keygen >/dev/null; then
  with_ssh_keygen
else
  skip 'sshsig' 'there is no ssh-keygen on the path'
fi
nok 'no temporary file stays' sh -c 'find . -name "*.tmp*" | grep .'
