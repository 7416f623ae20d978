mkdir -p "$HOME/.cache" && chmod 500 "$HOME/.cache"
plain davit graph Shop.java
XDG_CACHE_HOME=/dev/null davit graph Shop.java
XDG_CACHE_HOME=relative davit graph Shop.java
ls
