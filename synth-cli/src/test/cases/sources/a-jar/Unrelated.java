class Unrelated {}
