// placeholder until the look lands
