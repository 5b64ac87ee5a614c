"""A fact in, its questions out: every kind that can be made well, and the reason for every kind that is refused."""
