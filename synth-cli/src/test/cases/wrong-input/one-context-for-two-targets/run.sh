davit plan Shop.java --context prod
