mkdir -p alone/bin
cp "$REPOSITORY/davit" alone/bin/
alone/bin/davit version
