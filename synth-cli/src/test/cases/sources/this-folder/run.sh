davit graph
