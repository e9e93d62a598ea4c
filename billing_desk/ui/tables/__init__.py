"""A table for every entity: row numbers and a row cache, columns as data, sorting and filtering in the store."""
