# fargauge completion: each shell loads its script and completes with it. A shell that is not there is skipped.
for shell in bash zsh fish; do
  fg 0 completion "$shell"
  says_nothing
  prints "$shell completion for fargauge"
  mv "$out" "$shell.script"
done
fg 2 completion tcsh
says 'completion: tcsh: there is none for this shell'
fg 2 completion
says 'completion: an argument is missing'

mkdir -p exports/inner
: >exports/services.json
: >'exports/a file.json'

# What is typed | what is offered, in byte order, with blanks between.
cat >words <<'TABLE'
fargauge re|render report
fargauge --v|--version
fargauge report --form|--format
fargauge report --junit-|--junit-group --junit-max-cases --junit-max-size --junit-profile --junit-status
fargauge report --no|--no-progress
fargauge report --lang |en ja
fargauge report --format html,j|html,junit
fargauge report exports/serv|exports/services.json
fargauge report --out exp|exports/
fargauge controls --framework pci|pci-dss-4.0.1
fargauge controls --severity h|high
fargauge waivers |lint list
fargauge templates n|new
fargauge completion z|zsh
fargauge import --format|
TABLE

# each SHELL COMMAND...: the command is given a line, and must print the answers, one a line.
each() {
  each_shell=$1
  shift
  while IFS='|' read -r line answers; do
    ok "$each_shell: $line" offers "$line" "$answers" "$@"
  done <words
}

offers() {
  offers_line=$1 offers_answers=$2
  shift 2
  found=$("$@" "$offers_line" | LC_ALL=C sort | tr '\n' ' ' | sed 's/ $//')
  [ "$found" = "$offers_answers" ] || { echo "offered: $found"; return 1; }
}

# A folder is offered without its slash, which bash adds itself when it shows it.
cat >try.bash <<'SCRIPT'
. ./bash.script
line=$1
read -ra COMP_WORDS <<<"$line"
[[ $line == *\  ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_fargauge
for answer in "${COMPREPLY[@]}"; do
  [ -d "$answer" ] && answer=$answer/
  printf '%s\n' "$answer"
done
SCRIPT
if command -v bash >/dev/null; then
  ok 'bash: registered' sh -c 'bash --norc -c ". ./bash.script; complete -p fargauge" | grep -qx "complete -F _fargauge fargauge"'
  each bash bash --norc try.bash
  ok 'bash: --lang=j, which are three words' sh -c '[ "$(bash --norc -c ". ./bash.script; COMP_WORDS=(fargauge report --lang = j) COMP_CWORD=4; _fargauge; echo \${COMPREPLY[*]}")" = ja ]'
  ok 'bash: a name with a blank is one answer' sh -c '[ "$(bash --norc -c ". ./bash.script; COMP_WORDS=(fargauge report exports/a) COMP_CWORD=2; _fargauge; echo \${#COMPREPLY[@]}")" = 1 ]'
else
  skip 'bash' 'not installed'
fi

if command -v fish >/dev/null; then
  ok 'fish: syntax' fish -n fish.script
  HOME=$PWD
  export HOME
  each fish fish --no-config -c 'source fish.script; complete -C $argv[1] | string split -f1 \t'
else
  skip 'fish' 'not installed'
fi

# zsh completes only where it edits: in a terminal of its own, a line after which a key shows what became of it.
cat >try.zsh <<'SCRIPT'
zmodload zsh/zpty
setup='PS1= PS2=; unsetopt zle_bracketed_paste 2>/dev/null; stty -echo; autoload -Uz compinit; compinit -u -D; eval "$(cat zsh.script)"
LISTMAX=0; unsetopt list_beep auto_list auto_menu; show() { print -r -- "<$BUFFER>"; BUFFER=; zle send-break }; zle -N show; bindkey "^X" show
print -r -- "<ready>"'
zpty z zsh -f -i
zpty -w z "$setup"
zpty -r z text $'*<ready>\r\n*'
zpty -w -n z "$1"$'\t\x18'
zpty -r z text '*<fargauge*>*'
text=${text##*<fargauge}
print -r -- "fargauge${text%%>*}"
zpty -d z
SCRIPT
if command -v zsh >/dev/null; then
  ok 'zsh: syntax' zsh -n zsh.script
  while IFS='|' read -r line completed _; do
    ok "zsh: $line" offers "$line" "$completed" timeout 60 zsh -f try.zsh
  done <<'TABLE'
fargauge stat|fargauge status |
fargauge report --form|fargauge report --format=
fargauge report --junit-g|fargauge report --junit-group=
fargauge render --format=html,jun|fargauge render --format=html,junit,
fargauge report exports/serv|fargauge report exports/services.json |
fargauge report --lang j|fargauge report --lang ja |
fargauge templates n|fargauge templates new |
fargauge completion fi|fargauge completion fish |
TABLE
else
  skip 'zsh' 'not installed'
fi
