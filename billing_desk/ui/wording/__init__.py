"""All UI text: statuses, errors, declines, previews, operations, money and dates."""
