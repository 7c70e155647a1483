# The examples of the commands' man pages, which --help shows too, run as they stand there, in order, in a folder that holds what
# they name. One that names anything else fails, and so does one that ends otherwise than code_of says.
. "$SOURCE_ROOT/tests/cli/page.sh"

# Something fails in the exports, and nothing did in the quarter before.
code_of() {
  case $1 in
    *'fargauge report '* | 'fargauge diff '* | 'fargauge render '* | 'fargauge status --db audit.db') echo 1 ;;
    *) echo 0 ;;
  esac
}

# The AWS CLI; and fargauge, which leaves its exit code in `codes`, because of a pipe or an eval no shell tells it.
stand_ins() {
  mkdir path
  printf '#!/bin/sh\ncat exports/services.json\n' >path/aws
  printf '#!/bin/sh\n"%s" "$@"\ncode=$?\necho $code >>"%s/codes"\nexit $code\n' "$FARGAUGE" "$PWD" >path/fargauge
  chmod +x path/*
  PATH=$PWD/path:$PATH
}

# An audit of two quarters with a pack of each, and what else an auditor has.
audit() {
  mkdir audit exports
  service shop 1.4.0 >services_20260701T090000Z.json
  service shop 1.3.0 >exports/services.json
  fargauge import services_20260701T090000Z.json --db audit.db
  fargauge assess --db audit.db --label 2026-Q3 --exit-zero
  fargauge pack --db audit.db --out 2026-Q3.zip
  fargauge import exports --db audit.db --captured-at 2026-10-01T09:00:00Z
  fargauge assess --db audit.db --label 2026-Q4 --exit-zero
  fargauge pack --db audit.db --out pack.zip --previous 2026-Q3.zip
  cp audit.db audit/fargauge.db
  cp audit.db tokyo.db
  cp audit.db osaka.db
  cp 2026-Q3.zip audit-2026-Q3.zip
  year=$(date +%Y)
  cat >waivers.csv <<CSV
waiver_id,control_id,resource,reason,owner,approver,approved_at,expires_at
W-1,ECS.10,arn:aws:ecs:eu-west-1:123456789012:service/web/shop,because,o,a,$((year - 1))-12-01,$((year + 1))-12-01
CSV
  cp -R "$SOURCE_ROOT/tests/cli/own" our-controls
}

# A home, keys, a signed pack, and an authority for time-stamps.
keys() {
  mkdir -p .zfunc .ssh .config/fish/completions
  ssh-keygen -q -t ed25519 -N '' -f .ssh/id_ed25519
  openssl req -x509 -newkey rsa:3072 -nodes -keyout key.pem -out cert.pem -subj /CN=company -days 2
  chmod 600 key.pem
  cp cert.pem company-ca.pem
  cp pack.zip audit-2026-Q4.zip
  fargauge sign audit-2026-Q4.zip --key key.pem --cert cert.pem
  openssl req -x509 -newkey rsa:3072 -nodes -keyout tsa.key -out tsa.pem -subj /CN=tsa -days 2 -addext extendedKeyUsage=critical,timeStamping
  printf '%s\n' '[tsa]' default_tsa=a '[a]' serial=serial default_policy=1.2.3 signer_digest=sha256 digests=sha256 ess_cert_id_alg=sha256 >tsa.conf
  echo 01 >serial
}

examples() { awk '/^```$/ { on = !on; next } on' "$1" | sed 's/\\\\/\\/g'; }

# run_in FOLDER EXAMPLE. The authority answers what it was asked in the example before.
run_in() {
  cd "$1" && HOME=$PWD || return
  [ ! -e pack.tsq ] || openssl ts -reply -config tsa.conf -queryfile pack.tsq -signer tsa.pem -inkey tsa.key -out pack.tsr
  rm -f ../codes
  bash -c "$2" || run_code=$?
  case $2 in
    *'fargauge '*) [ "$(cat ../codes)" = "${run_code:-0}" ] || return 99 ;;
  esac
  return "${run_code:-0}"
}

if walks 'the examples of the manual' bash openssl ssh-keygen sqlite3; then
  stand_ins
  mkdir all
  (set -e; cd all; audit; keys) >"$out" 2>"$err"
  status=$?
  exited 0 'what the examples name is made'
  for page in "$SOURCE_ROOT"/docs/man/*.1.scd; do
    name=$(basename "$page" .1.scd)
    cp -R all "$name"
    examples "$page" >"$name.examples"
    while IFS= read -r example; do
      (run_in "$name" "$example") >"$out" 2>"$err" </dev/null
      status=$?
      exited "$(code_of "$example")" "$name: $example"
    done <"$name.examples"
  done
  ok 'there are examples' test "$(cat ./*.examples | wc -l)" -ge 20
fi
