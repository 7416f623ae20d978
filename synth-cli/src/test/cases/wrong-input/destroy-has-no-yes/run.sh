davit destroy Shop.java --yes
