#compdef fargauge
# zsh completion for fargauge. Made from its man pages; `fargauge completion zsh` prints it.

local -a _fargauge_commands

@TABLES@

_fargauge() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  _arguments -C '(- *)--help[list the commands]' '(- *)--version[name versions]' '1: :->command' '*:: :->rest'
  case $state in
    command) _describe command _fargauge_commands ;;
    rest) _fargauge_of "$words[1]" ;;
  esac
}

if [ "$funcstack[1]" = _fargauge ]; then
  _fargauge "$@"
else
  compdef _fargauge fargauge
fi
