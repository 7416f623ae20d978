davit graph Shop.java --format dot
davit synth Shop.java -o changed --target all 2>/dev/null
davit synth plain/Shop.java -o unchanged --target all 2>/dev/null
diff -r changed unchanged && echo 'the same bytes as without'
