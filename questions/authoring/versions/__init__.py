"""A newer version of a document in; what its facts became, and what their author decides, out."""
