"""A verdict in, a due day out: what a learner remembers of each fact, what is asked next, and the log of it all."""
