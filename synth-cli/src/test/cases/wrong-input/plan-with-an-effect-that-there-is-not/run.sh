davit plan Shop.java --max-effect slow
