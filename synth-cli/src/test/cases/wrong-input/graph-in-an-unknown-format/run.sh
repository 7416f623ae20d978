davit graph Shop.java --format svg
