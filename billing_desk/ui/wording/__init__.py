"""Every word on the screen: statuses, errors, declines, previews, operations, money and dates."""
