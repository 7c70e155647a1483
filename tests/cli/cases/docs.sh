# The READMEs here and of samples/ and the pages of docs/ are walked through as they stand there; evidence.md and the tutorials have
# cases of their own.
. "$SOURCE_ROOT/tests/cli/page.sh"
pages=
if walks 'README.md and docs/' cc openssl ssh-keygen sqlite3 unzip sha256sum; then
  for page in README.md $(cd "$SOURCE_ROOT" && ls docs/*.md) samples/README.md; do
    case $page in
    docs/evidence.md | docs/tutorial*) continue ;;
    esac
    if grep -q '^```sh$' "$SOURCE_ROOT/$page"; then
      walk "$page"
      pages="${pages:+$pages }${page#docs/}"
    fi
  done
  ok 'pages were walked' test "$pages" = 'README.md ci.md controls.md history.md merge.md oscal.md pack.md reading.md redaction.md signing.md verify.md waivers.md samples/README.md'
fi
