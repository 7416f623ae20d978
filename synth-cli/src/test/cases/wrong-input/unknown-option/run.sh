davit synth Shop.java --tagret render
