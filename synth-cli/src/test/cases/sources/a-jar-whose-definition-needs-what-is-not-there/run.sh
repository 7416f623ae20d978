javac -d classes *.java && rm classes/Names.class
jar --create --file shop.jar -C classes .
davit graph shop.jar
