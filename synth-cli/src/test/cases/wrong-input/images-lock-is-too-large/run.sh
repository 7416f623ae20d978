head -c 1048577 /dev/zero >images.lock
davit synth Shop.java
