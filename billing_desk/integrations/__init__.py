"""Other systems that know the customers. Each has an extra of its own and is not in the package."""
