# The README and the pages of docs/ are walked through as they stand there; evidence.md has a case of its own.
. "$SOURCE_ROOT/tests/cli/page.sh"
for tool in openssl ssh-keygen sqlite3 unzip sha256sum; do
  command -v "$tool" >/dev/null || missing="${missing:-} $tool"
done
if [ -n "${missing:-}" ]; then
  skip "the walk through README.md and docs/" "needs$missing"
else
  for page in README.md $(cd "$SOURCE_ROOT" && ls docs/*.md); do
    if [ "$page" != docs/evidence.md ] && grep -q '^```sh$' "$SOURCE_ROOT/$page"; then
      walk "$page"
    fi
  done
fi
