davit graph 'my stack/Shop.java'
davit graph "$PWD/my stack/Shop.java"
