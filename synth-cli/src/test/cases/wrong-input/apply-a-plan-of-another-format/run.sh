davit apply plan.json --yes
