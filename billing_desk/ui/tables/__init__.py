"""One generic table for every noun: ids and a row cache, columns as data, sorting and filtering in the store."""
