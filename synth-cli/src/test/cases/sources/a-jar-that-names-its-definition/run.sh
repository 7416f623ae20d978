javac -d classes *.java && echo 'Davit-Definition: Stock' >manifest
jar --create --file both.jar --manifest manifest -C classes .
davit graph both.jar
davit graph both.jar --class Shop
