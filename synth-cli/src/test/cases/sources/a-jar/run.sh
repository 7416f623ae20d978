javac -d classes *.java && jar --create --file shop.jar -C classes .
rm -r classes
davit graph shop.jar
