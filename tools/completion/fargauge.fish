# fish completion for fargauge. Made from its man pages; `fargauge completion fish` prints it.

complete -c fargauge -n __fish_use_subcommand -f -l help -d 'list the commands'
complete -c fargauge -n __fish_use_subcommand -f -l version -d 'name versions'
@TABLES@
