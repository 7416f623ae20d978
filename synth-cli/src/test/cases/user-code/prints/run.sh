davit graph Shop.java 2>noise
cat noise >&2
