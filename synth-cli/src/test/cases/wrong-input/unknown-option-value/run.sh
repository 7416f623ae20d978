davit synth Shop.java --output yaml
