checkout there
bare_path
there/davit version
