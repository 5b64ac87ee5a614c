"""The bytes of a file and its name in, a document's paragraphs out, by `read.read_document` and a child of it."""
