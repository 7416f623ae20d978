mkdir locked
chmod 500 locked
plain davit init locked
