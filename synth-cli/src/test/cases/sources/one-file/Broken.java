this is not looked at
