"""One generic table for every entity: ids and a row cache, columns as data, sorting and filtering in the store."""
