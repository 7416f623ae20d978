davit synth Shop.java --stage ../../etc
