davit synth Shop.java
