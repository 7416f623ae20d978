mkdir locked
chmod 500 locked
plain davit synth Shop.java -o locked/out
