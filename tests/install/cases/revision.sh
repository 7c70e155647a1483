# tools/revision: what git calls the source, in a clone, after a tag, in an exported tree, and where nobody knows.
if ! command -v git >/dev/null; then
  skip 'revision' 'no git'
else
  GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_AUTHOR_DATE='1790000000 +0900'
  GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org GIT_COMMITTER_DATE='1790000000 +0900'
  GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
  export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_AUTHOR_DATE GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_COMMITTER_DATE
  export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM
  mkdir -p tree/tools/packaging
  cp "$SOURCE_ROOT/tools/revision" tree/tools/revision
  printf '%s\n' '$Format:%ct %(describe:match=v[0-9]*,abbrev=12) %H$' >tree/tools/packaging/revision
  printf '%s\n' 'tools/packaging/revision export-subst' >tree/.gitattributes

  said() { # FOLDER WORD: what the revision is, and its time
    [ "$("$1/tools/revision")|$("$1/tools/revision" --time)" = "$2" ] || { "$1/tools/revision"; "$1/tools/revision" --time; return 1; }
  }
  exported() { # WORD: of an archive
    rm -rf exported && mkdir exported && git -C tree archive HEAD | tar -x -C exported && said exported "$1"
  }

  ok 'no git: nothing is known' said tree '|0'
  (cd tree && git init -q -b main && git add . && git commit -qm one) || exit 1
  hash=$(git -C tree rev-parse --short=12 HEAD)
  ok 'a commit' said tree "$hash|1790000000"
  ok 'its archive says the same' exported "$hash|1790000000"
  git -C tree tag -a -m one v0.1.0
  ok 'a tag' said tree 'v0.1.0|1790000000'
  ok 'its archive' exported 'v0.1.0|1790000000'
  git -C tree tag -a -m other latest
  (cd tree && echo 1 >more && git add more && git commit -qm two)
  hash=$(git -C tree rev-parse --short=12 HEAD)
  ok 'after a tag; other tags do not count' said tree "v0.1.0-1-g$hash|1790000000"
  ok 'its archive' exported "v0.1.0-1-g$hash|1790000000"
  echo 2 >tree/more
  ok 'something was changed' said tree "v0.1.0-1-g$hash-dirty|1790000000"
  mkdir -p tree/inner && cp -R exported/tools tree/inner/ && echo 'Format' >tree/inner/tools/packaging/revision
  ok 'the repository around a copy is not its own' said tree/inner '|0'
  ok 'the copy in the source is as it must be' grep -qxF "$(cat exported/.gitattributes)" "$SOURCE_ROOT/.gitattributes"
  ok 'what --version says' sh -c 'said=$("$1" --version | sed -n "s/^  built from //p"); [ -z "$said" ] || printf "%s\n" "$said" | grep -qE "^(v[0-9.]+(-[0-9]+-g)?)?[0-9a-f]{0,12}(-dirty)?$"' - "$FARGAUGE"
fi

# The number is written once by hand, in meson.build; what else has it says the same, and so does a tag.
said=$("$FARGAUGE" --version)
version=$(echo "$said" | sed -n '1s/^fargauge //p')
tag=$(echo "$said" | sed -n 's/^  built from \(v[0-9][0-9.]*\).*/\1/p')
tag_fits() { [ -z "$tag" ] || [ "$tag" = "v$version" ]; }
ok "meson.build: $version" grep -q "version: *'$version'" "$SOURCE_ROOT/meson.build"
ok 'the tag that it was built from' tag_fits
ok 'the newest part of the changelog' [ "$(sed -n '/^## /{s/^## //;s/ .*//;p;q;}' "$SOURCE_ROOT/CHANGELOG.md")" = "$version" ]
ok 'the RPM spec without a number of its own' grep -qF "%{!?fargauge_version:$version}" "$SOURCE_ROOT/tools/packaging/fargauge.spec"
