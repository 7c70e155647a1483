# SPDX-License-Identifier: MIT
# What the program asks the kernel for, as strace sees it: also where it would be denied.
# LeakSanitizer stops its own threads as a tracer does, and there is one already.
ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"
export ASAN_OPTIONS
net=network,execve,execveat,io_uring_setup,ptrace,bpf,mount,unshare,setns

is_traceable() {
  command -v strace >/dev/null 2>&1 && strace -f -o "$scratch/trace" true 2>/dev/null
}

# traced CODE ARGUMENT...: run fargauge, which asks for no network and no other program, and exits with CODE.
traced() {
  wanted=$1
  shift
  strace -f -qq -e "trace=$net" -o "$scratch/trace" "$FARGAUGE" "$@" >"$out" 2>"$err" </dev/null
  status=$?
  exited "$wanted" "traced: $*"
  ok "it starts: $*" grep -q 'execve("' "$scratch/trace"
  ok "asks for nothing: $*" silent
  echo "$1" >>"$scratch/traced"
}

# The one execve is strace's own.
silent() {
  grep -v -e ' open(' -e ' openat(' "$scratch/trace" | tail -n +2 | grep -v -e '+++ exited' -e '--- SIG' >"$scratch/asked"
  [ ! -s "$scratch/asked" ] || { cat "$scratch/asked"; return 1; }
}
