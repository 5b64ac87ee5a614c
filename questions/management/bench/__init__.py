"""Work in; how long it takes beside a floor measured in the same run, out. Ratios travel; seconds do not."""
