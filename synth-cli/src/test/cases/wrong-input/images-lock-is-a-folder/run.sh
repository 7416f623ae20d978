mkdir images.lock
davit synth Shop.java
