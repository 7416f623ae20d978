davit synth Shop.java --stdout --output json
