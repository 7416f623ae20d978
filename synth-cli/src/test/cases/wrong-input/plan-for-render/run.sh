davit plan Shop.java --target render
