for i in 1 2 3 4 5 6; do
  { davit synth Shop.java -o out -q 2>err-$i; echo $? >code-$i; } &
done
wait
sort -u code-* | grep -v -x -e 0 -e 73
davit synth Shop.java -o out --check
