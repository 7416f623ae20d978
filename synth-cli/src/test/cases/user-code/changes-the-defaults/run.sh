davit graph Shop.java --format dot
davit synth Shop.java -o out -q
davit synth Plain.java -o plain -q
sed 's/Plain/Shop/g; s/plain/shop/g' plain/assembly.json >expected.json
for key in line; do sed '/"line"/d' out/assembly.json >a; sed '/"line"/d' expected.json >b; done
cmp a b && echo 'the same bytes as without'
