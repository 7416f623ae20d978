printf '// Gr\374\337e\n' >>Shop.java
davit synth Shop.java
