davit help sinth
