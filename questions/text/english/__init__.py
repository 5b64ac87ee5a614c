"""English text in, what its words, names, numbers and clauses are out; plain Python and tables made from WordNet."""
