javac -d classes Plain.java
jar --create --file plain.jar -C classes .
davit synth plain.jar
