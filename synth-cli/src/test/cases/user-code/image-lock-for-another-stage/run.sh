davit check Shop.java >/dev/null
