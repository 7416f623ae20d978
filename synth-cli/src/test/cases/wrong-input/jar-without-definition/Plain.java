class Plain {}
