davit synth Shop.java --image web
