davit completion tcsh
