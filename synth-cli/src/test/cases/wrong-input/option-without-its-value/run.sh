davit synth Shop.java --target
