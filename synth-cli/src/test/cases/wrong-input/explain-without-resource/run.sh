davit explain
