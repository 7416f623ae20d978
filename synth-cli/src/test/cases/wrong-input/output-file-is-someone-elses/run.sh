davit synth Shop.java -o out
code=$?
cat out/assembly.json >&2
exit $code
