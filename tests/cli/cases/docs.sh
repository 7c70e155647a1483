# The README and the pages of docs/ are walked through as they stand there; evidence.md and the tutorials have cases of their own.
. "$SOURCE_ROOT/tests/cli/page.sh"
if walks 'README.md and docs/' openssl ssh-keygen sqlite3 unzip sha256sum; then
  for page in README.md $(cd "$SOURCE_ROOT" && ls docs/*.md); do
    case $page in
    docs/evidence.md | docs/tutorial*) continue ;;
    esac
    ! grep -q '^```sh$' "$SOURCE_ROOT/$page" || walk "$page"
  done
  ok 'pages were walked' test "$number" -ge 10
fi
