# What the linker and compiler were asked for, read from the program itself.
if ! command -v readelf >/dev/null; then
  skip 'hardening' 'no readelf'
else
  readelf -Whl "$FARGAUGE" >headers
  readelf -Wd "$FARGAUGE" >dynamic
  readelf -Ws "$FARGAUGE" >symbols
  has_fact() { [ "${facts#* "$1" }" != "$facts" ]; }

  ok 'PIE: it may be loaded anywhere' grep -q 'Type: *DYN' headers
  ok 'flagged as PIE' grep -q 'FLAGS_1.*PIE' dynamic
  ok 'RELRO' grep -q GNU_RELRO headers
  ok 'full RELRO: everything is bound at the start' grep -qE 'FLAGS_1.*NOW|BIND_NOW' dynamic
  ok 'a stack that cannot be run' grep -qE 'GNU_STACK .* RW +0x' headers
  nok 'no segment is both written and run' grep -qE 'LOAD .* RWE ' headers
  nok 'no text relocations' grep -q TEXTREL dynamic
  nok 'no RPATH or RUNPATH' grep -qE 'RPATH|RUNPATH' dynamic
  ok 'stack protector' grep -q '__stack_chk_fail' symbols
  if has_fact fortified; then
    ok 'fortified functions' sh -c '[ "$(grep -cE "__(snprintf|vsnprintf|memcpy|fprintf|printf|read|strncpy)_chk" symbols)" -ge 2 ]'
  else
    skip 'fortified functions' 'not in a build that is not optimised, or has sanitizers'
  fi
  if [ "$(uname -m)" = x86_64 ]; then
    objdump -d --no-show-raw-insn "$FARGAUGE" >code
    ok 'main begins with endbr64 (-fcf-protection)' sh -c 'grep -A1 "<main>:" code | grep -q endbr64 || grep -c endbr64 code | grep -qE "^[0-9]{3,}"'
    # gcc and clang probe each page of a large frame with an `or` or a store of zero at the stack pointer.
    ok 'large frames are probed (-fstack-clash-protection)' grep -qE '(or[lq] +\$0x0,|movq +\$0x0,)(0x0)?\(%rsp\)' code
  fi
  if has_fact static; then
    nok 'static: no interpreter' grep -q INTERP headers
    nok 'static: no library is needed' grep -q NEEDED dynamic
  fi
fi
