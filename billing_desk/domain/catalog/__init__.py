"""What is sold: prices, plans, coupons."""
