# A limit on the size of files is a full disk for this process alone.
ulimit -f 1
davit synth Shop.java -o out
code=$?
ls -A out >&2
exit $code
