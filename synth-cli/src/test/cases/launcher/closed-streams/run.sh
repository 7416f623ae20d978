checkout there
there/davit version >&-
echo "$?"
there/davit version <&- | version
there/davit nope 2>&-
echo "$?"
there/davit nope <&- >&- 2>&-
echo "$?"
