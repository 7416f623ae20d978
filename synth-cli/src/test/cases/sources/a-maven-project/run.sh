if [ -d "$SDK" ]; then jar --create --file sdk.jar -C "$SDK" .; else cp "$SDK" sdk.jar; fi
export MAVEN_OPTS="$MAVEN_OPTS -Dsdk=$PWD/sdk.jar"
davit graph shop
echo '# nothing changed'
davit graph shop
echo '# a source changed'
sed -i 's/sessions/carts/' shop/src/main/java/shop/Shop.java
touch -d '1 minute' shop/src/main/java/shop/Shop.java
davit graph shop
echo '# from inside'
cd shop && touch -d '2 minutes' target/classes/shop/Shop.class && davit graph
