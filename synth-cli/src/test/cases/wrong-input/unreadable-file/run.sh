chmod 000 Shop.java
plain davit synth Shop.java
