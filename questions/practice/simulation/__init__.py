"""Learners whose memory is known in; how well each way of scheduling believes what is true out. No Django."""
