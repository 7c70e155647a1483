# bash completion for fargauge. Made from its man pages; `fargauge completion bash` prints it.

@TABLES@

# Take the lines of standard input for answers.
_fargauge_answer() {
  local line
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done
}

# Several words with commas: what stands before the last comma stays.
_fargauge_list() {
  local done=
  [[ $1 == *,* ]] && done=${1%,*},
  compopt -o nospace 2>/dev/null
  _fargauge_answer < <(compgen -P "$done" -W "$2" -- "${1##*,}")
}

_fargauge_complete_value() { # KIND... CURRENT
  case $1 in
    folder) compopt -o filenames 2>/dev/null; _fargauge_answer < <(compgen -d -- "$2") ;;
    file) compopt -o filenames 2>/dev/null; _fargauge_answer < <(compgen -f -- "$2") ;;
    words\ *) _fargauge_answer < <(compgen -W "${1#words }" -- "$2") ;;
    list\ *) _fargauge_list "$2" "${1#list }" ;;
  esac
}

_fargauge() {
  local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} value
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    _fargauge_answer < <(compgen -W "$(_fargauge_commands)" -- "$current")
    return
  fi
  # --out=DIR comes as three words.
  if [ "$current" = = ]; then
    current=
  elif [ "$option" = = ]; then
    option=${COMP_WORDS[COMP_CWORD-2]}
  fi
  value=$(_fargauge_value "$command" "$option")
  if [ -n "$value" ]; then
    _fargauge_complete_value "$value" "$current"
  elif [[ $current == -* ]]; then
    _fargauge_answer < <(compgen -W "$(_fargauge_options "$command")" -- "$current")
  elif [ "$COMP_CWORD" -eq 2 ] && [ -n "$(_fargauge_arguments "$command")" ]; then
    _fargauge_answer < <(compgen -W "$(_fargauge_arguments "$command")" -- "$current")
  else
    _fargauge_complete_value file "$current"
  fi
}

complete -F _fargauge fargauge
