davit status --stack shop
