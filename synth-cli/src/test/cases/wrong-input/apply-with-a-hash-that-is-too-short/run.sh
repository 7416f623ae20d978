davit apply Shop.java --yes --plan-hash 7f3c
