# fish completion for hinge: hinge itself says what may stand where the cursor is.
function __hinge_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l hinge (string replace --regex '^~/' "$HOME/" -- $before[1])
    for line in ($hinge __complete -- $before[2..-1] "$current" 2>/dev/null)
        if test "$line" = ":files"
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c hinge -f -k -a '(__hinge_complete)'
