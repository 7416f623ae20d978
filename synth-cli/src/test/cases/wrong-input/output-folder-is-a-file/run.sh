davit synth Shop.java -o notes.txt
