"""Words as a person wrote them in; out come folded texts, dates with their precision, quantities and names."""
