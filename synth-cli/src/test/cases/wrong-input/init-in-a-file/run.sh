davit init notes.txt
