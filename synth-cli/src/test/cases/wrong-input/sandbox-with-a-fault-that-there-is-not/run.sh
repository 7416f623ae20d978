davit sandbox --fail 500@12 --fail typo@web
