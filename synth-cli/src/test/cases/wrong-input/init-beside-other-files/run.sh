davit init
