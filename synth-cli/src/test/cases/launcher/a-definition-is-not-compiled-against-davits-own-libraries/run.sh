checkout there
there/davit synth Shop.java
