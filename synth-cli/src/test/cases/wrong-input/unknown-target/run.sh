davit synth Shop.java --target rendr
