davit diff Shop.java --target kubernetes
