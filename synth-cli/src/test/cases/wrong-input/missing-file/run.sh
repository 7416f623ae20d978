davit synth Missing.java
