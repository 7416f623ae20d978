davit plan Shop.java --sandbox --target kubernetes
