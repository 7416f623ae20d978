davit sandbox --port 70000
