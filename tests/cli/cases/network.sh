# No network and no other program: no command asks for either, and neither a template nor an export can make it.
. "$SOURCE_ROOT/tests/cli/tracing.sh"
SOURCE_DATE_EPOCH=1793520000
export SOURCE_DATE_EPOCH
own=$SOURCE_ROOT/tests/cli/own
if ! is_traceable; then
  skip 'no command asks for a network' 'strace is not here, or may not trace'
  return
fi

# ---- Every command, with all options that name a place.
traced 0 --version --verbose
traced 0 report --help
traced 1 report "$SAMPLES" --waivers "$SAMPLES/waivers.csv" --out t --lang ja --format html,csv,junit,sarif,markdown,oscal
traced 0 import "$SAMPLES" --db t.db
traced 1 assess --db t.db --controls "$own"
traced 1 render --db t.db --out r
traced 1 status --db t.db
fg 1 assess --db t.db --controls "$own" --label again
traced 1 diff --db t.db --out d
traced 0 explain "$("$ASK" t.db 'select max(result_id) from v_results')" --db t.db
traced 0 controls ECS.10
traced 2 waivers list --db t.db --as-of 2026-01-01
traced 0 waivers list --db t.db
traced 1 waivers lint "$SAMPLES/waivers.csv" --db t/fargauge.db
traced 0 templates new team
traced 0 templates check team
traced 1 render --db t.db --out team.out --template team
traced 0 completion bash
traced 0 merge t.db --into merged.db
traced 0 pack --db t.db --out redacted.tar.gz --redact --redact-key key --redact-map map
traced 0 pack --db t.db --out bare.zip --no-inputs --controls "$own"
traced 0 pack --db t.db --out t.zip --controls "$own" --previous bare.zip
traced 0 verify t.zip --previous bare.zip
traced 0 verify bare.zip --inputs "$SAMPLES"
unset SOURCE_DATE_EPOCH # a certificate holds from now on
if command -v openssl >/dev/null && command -v ssh-keygen >/dev/null; then
  (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out cert.pem \
    -subj /CN=auditor -days 30) >/dev/null 2>&1
  ssh-keygen -q -t ed25519 -N '' -C auditor -f id
  (printf 'auditor ' && cat id.pub) >allowed
  traced 0 sign t.zip --key key.pem --cert cert.pem
  traced 0 sign t.zip --ssh id
  traced 0 sign t.zip --time-stamp-request t.tsq
  traced 0 verify t.zip --trust cert.pem --allowed-signers allowed
else
  skip 'signing' 'openssl or ssh-keygen is not here'
fi
"$FARGAUGE" --help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p' >commands
ok 'each command was traced' sh -c '[ -s commands ] && ! grep -vxf "$0" commands' "$scratch/traced"

# ---- Exports that point elsewhere.
place=$scratch/elsewhere
mkdir "$place" hostile
echo 'a secret of this machine' >"$place/secret"
cat >hostile/evil.json <<JSON
{"services":[{"serviceArn":"arn:aws:ecs:eu-west-1:123456789012:service/web/x","serviceName":"file://$place/secret",
"clusterArn":"http://127.0.0.1:9/","\$ref":"http://127.0.0.1:9/schema.json"}]}
JSON
cat >hostile/evil.xml <<XML
<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/e"><!ENTITY f SYSTEM "file://$place/secret">]><x>&e;&f;</x>
XML
traced 0 report hostile --out spoilt
ok 'nothing of the secret' fails grep -rq 'a secret of this machine' spoilt

# ---- Templates that would fetch: refused, or shown as text; in no case fetched.
page=team/team.html.xhtml
cp "$page" whole.html
net=$net,openat,open
spoil() { # WHAT CODE SED
  sed "$3" whole.html >"$page"
  nok "$1: the template is another" cmp -s whole.html "$page"
  traced "$2" render --db t.db --out spoilt --template team --format none
  ok "$1: the trace knows what is opened" grep -q "\"${page#*/}\"" "$scratch/trace"
  ok "$1: the file it points to is not opened" fails grep -q "$place" "$scratch/trace"
  ok "$1: nothing of the secret" fails grep -rq 'a secret of this machine' spoilt
}
spoil 'a DTD on a network' 2 's|<!DOCTYPE html>|<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd">|'
spoil 'a DTD of a file' 2 "s|<!DOCTYPE html>|<!DOCTYPE html SYSTEM \"file://$place/secret\">|"
spoil 'an entity of a file' 2 "s|<!DOCTYPE html>|<!DOCTYPE html [<!ENTITY e SYSTEM \"file://$place/secret\">]>|;s|<body>|<body>\&e;|"
spoil 'a parameter entity' 2 's|<!DOCTYPE html>|<!DOCTYPE html [<!ENTITY % e SYSTEM "http://127.0.0.1:9/e"> %e;]>|'
spoil 'XInclude' 2 "s|<body>|<body><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file://$place/secret\" parse=\"text\"/>|"
spoil 'a style sheet' 1 's|<!DOCTYPE html>|<?xml-stylesheet href="http://127.0.0.1:9/s.xsl"?><!DOCTYPE html>|'
spoil 'an include that goes up' 2 "s|<body>|<body><p fg:include=\"../../../elsewhere/secret\"/>|"
spoil 'an image' 1 's|<body>|<body><img src="http://127.0.0.1:9/i.png" alt=""/>|'
