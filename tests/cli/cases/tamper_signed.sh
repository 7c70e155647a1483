# Signatures and time-stamps: right, of something else, of somebody else, taken off.
. "$here/tampering.sh"
if ! command -v openssl >/dev/null || ! command -v ssh-keygen >/dev/null; then
  skip 'signed packs' 'openssl and ssh-keygen are not here'
else
  make_audit
  "$FARGAUGE" pack --db audit.db --out good --quiet
  "$FARGAUGE" pack --db audit.db --out changed --organisation Other --quiet
  for who in mine theirs; do
    openssl req -x509 -newkey rsa:2048 -nodes -keyout $who.key -out $who.pem -days 3650 -subj "/CN=$who" 2>/dev/null
    chmod 600 $who.key
    ssh-keygen -q -t ed25519 -N '' -C $who -f ssh-$who
    printf '%s@example.org %s\n' $who "$(cat ssh-$who.pub)" >allowed-$who
  done
  unset SOURCE_DATE_EPOCH
  fg 0 sign good --key mine.key --cert mine.pem --quiet
  fg 0 sign good --ssh ssh-mine --quiet
  fg 0 sign changed --key mine.key --cert mine.pem --quiet

  fg 0 verify good
  prints 'whom nobody vouches for'
  fg 0 verify good --trust mine.pem --allowed-signers allowed-mine
  ok 'the last line names both' in_file "$out" -E '^good: whole, signed by .*CN=mine.* and mine@example.org, results made again'
  fg 4 verify good --trust nowhere

  fresh
  fg 1 verify bad --trust theirs.pem
  prints 'untrusted: tagmanifest-sha256.txt.p7s'
  fg 1 verify bad --allowed-signers allowed-theirs
  prints 'untrusted: tagmanifest-sha256.txt.sig'

  # a certificate that was given out for something else
  for usage in extendedKeyUsage=serverAuth keyUsage=critical,keyEncipherment; do
    openssl req -x509 -newkey rsa:2048 -nodes -keyout web.key -out web.pem -days 3650 -subj /CN=web -addext $usage 2>/dev/null
    chmod 600 web.key
    fresh
    fg 0 sign bad --key web.key --cert web.pem --replace --quiet
    found 'wrong_purpose: tagmanifest-sha256.txt.p7s' --trust web.pem
  done
  fresh

  rm bad/tagmanifest-sha256.txt.p7s
  found 'missing: tagmanifest-sha256.txt.p7s: it is not signed, and --trust was given' --trust mine.pem
  fresh
  rm bad/tagmanifest-sha256.txt.sig
  found 'missing: tagmanifest-sha256.txt.sig: it is not signed' --allowed-signers allowed-mine
  fresh
  found 'it has no time-stamp, and --tsa-trust was given' --tsa-trust mine.pem

  # everything made to fit but the signature
  fresh
  edit bad/data/STATEMENT.txt '1s/^/x/'
  seal bad
  found 'tagmanifest-sha256.txt.p7s'
  prints 'tagmanifest-sha256.txt.sig'
  ok 'not said to be signed' fails in_file "$out" -E '^bad: .*signed by'
  fresh
  cp changed/tagmanifest-sha256.txt.p7s bad/
  found 'tagmanifest-sha256.txt.p7s: ' --trust mine.pem
  fresh
  head -c 200 good/tagmanifest-sha256.txt.p7s >bad/tagmanifest-sha256.txt.p7s
  found 'malformed: tagmanifest-sha256.txt.p7s'
  fresh
  echo nothing >bad/tagmanifest-sha256.txt.sig
  found 'malformed: tagmanifest-sha256.txt.sig'
  fresh
  cp good/tagmanifest-sha256.txt.p7s bad/tagmanifest-sha256.txt.tsr
  found 'tagmanifest-sha256.txt.tsr'

  # a time-stamp of another pack
  cat >tsa.cnf <<'CONFIG'
[tsa]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
ordering = no
[ext]
extendedKeyUsage = critical,timeStamping
[req]
distinguished_name = dn
[dn]
CONFIG
  echo 01 >serial
  openssl req -x509 -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.pem -days 3650 -subj /CN=tsa -config tsa.cnf -extensions ext 2>/dev/null
  for pack in good changed; do
    openssl ts -query -data $pack/tagmanifest-sha256.txt -sha256 -cert -no_nonce -out $pack.tsq 2>/dev/null
    openssl ts -reply -config tsa.cnf -section tsa -queryfile $pack.tsq -signer tsa.pem -inkey tsa.key -out $pack.tsr 2>/dev/null
  done
  fresh
  cp good.tsr bad/tagmanifest-sha256.txt.tsr
  fg 0 verify bad --trust mine.pem --tsa-trust tsa.pem
  prints 'Time-stamp'
  cp changed.tsr bad/tagmanifest-sha256.txt.tsr
  found 'other_content: tagmanifest-sha256.txt.tsr' --tsa-trust tsa.pem

  # the program that made it
  fg 0 verify good --with-tool "$FARGAUGE"
  prints 'made the pack'
  prints 'results made again'
  fresh
  cp good.tsr bad/tagmanifest-sha256.txt.tsr
  fg 0 verify bad --trust mine.pem --tsa-trust tsa.pem
  grep '^Time-stamp' "$out" >stamped
  fg 0 verify bad --with-tool "$FARGAUGE" --trust mine.pem --tsa-trust tsa.pem --strict
  ok 'it is given the options' eval 'grep "^Time-stamp" "$out" | sort -u | cmp stamped -'
  fg 0 verify bad --with-tool "$FARGAUGE" --tsa-trust tsa.pem --quiet
  prints_nothing
  printf '#!/bin/sh\nexit 0\n' >other-tool
  chmod +x other-tool
  fg 2 verify good --with-tool other-tool
  says 'but the pack was made by sha256:'
  fg 4 verify good --with-tool nowhere
fi
