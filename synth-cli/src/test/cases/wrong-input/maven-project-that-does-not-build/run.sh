PATH=$PWD/tools:$PATH
chmod +x tools/mvn
davit synth shop
