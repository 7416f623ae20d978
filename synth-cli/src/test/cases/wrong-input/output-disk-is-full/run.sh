# A limit on the size of files is a full disk for this process alone.
(ulimit -f 1 && davit synth Shop.java -o out)
code=$?
davit synth Shop.java -o out 2>/dev/null && davit synth Shop.java -o out --check 2>/dev/null && echo 'the next run makes it whole' >&2
exit $code
