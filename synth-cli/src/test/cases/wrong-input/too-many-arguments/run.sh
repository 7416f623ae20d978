davit synth Shop.java Stock.java
