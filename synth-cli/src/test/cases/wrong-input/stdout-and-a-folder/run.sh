davit synth Shop.java --stdout -o out
