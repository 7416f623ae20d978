davit graph . --class Stock
davit graph . --class shop.Shop
