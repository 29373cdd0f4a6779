"""Papers that staff hand in, drafted from the records: each sentence with its footnotes, what no record says as a gap."""
