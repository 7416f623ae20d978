for i in 1 2 3 4 5 6; do
  { davit synth Shop.java -o out-$i -q || echo "run $i failed"; } &
done
wait
for i in 2 3 4 5 6; do cmp out-1/assembly.json out-$i/assembly.json; done
ls "$HOME/.cache/davit" -A | wc -l
