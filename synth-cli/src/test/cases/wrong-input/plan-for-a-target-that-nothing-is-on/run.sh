davit plan Shop.java --target kubernetes
