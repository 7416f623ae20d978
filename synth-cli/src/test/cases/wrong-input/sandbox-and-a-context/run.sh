davit plan Shop.java --sandbox --context prod
