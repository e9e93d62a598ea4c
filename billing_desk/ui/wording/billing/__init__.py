"""Words for prices, subscriptions, payments and declines."""
