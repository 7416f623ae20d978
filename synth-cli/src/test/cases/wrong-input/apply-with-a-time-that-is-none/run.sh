davit apply Shop.java --yes --lock-timeout soon
