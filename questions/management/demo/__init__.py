"""A demo course with its people: everything in it is made by the same steps that a real day takes."""
