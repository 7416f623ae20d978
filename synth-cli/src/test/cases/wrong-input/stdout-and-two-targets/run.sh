davit synth Shop.java --stdout --target all
