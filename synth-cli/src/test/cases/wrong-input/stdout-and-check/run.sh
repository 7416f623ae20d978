davit synth Shop.java --stdout --check
